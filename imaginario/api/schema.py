"""The typed requests and answers, shared by REST and MCP."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

LONGEST = 8_000
"""Characters a prompt may have."""
LONGEST_TURN = 32_000
"""Characters a message of the conversation so far may have."""
TURNS = 100
LONGEST_PICTURE = 24_000_000
"""Characters of base64 a picture may have."""

Text = Annotated[str, Field(max_length=LONGEST)]
Name = Annotated[str, Field(max_length=200)]


Picture = Annotated[str, Field(max_length=LONGEST_PICTURE)]
"""A picture file in base64, or as a data URL."""


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class DraftIn(_In):
    """A prompt that is already written; no assistant is asked then."""

    prompt: Text = Field(min_length=1, description="The prompt for the image model, in English.")
    prompt_local: Text = Field("", description="The same in the caller's language.")
    negative_prompt: Text = Field("", description="What to avoid.")
    title: Name = Field("", description="Becomes the file name.")
    alt_text: Text = Field("", description="What is in the picture, for those who can't see it.")


class PaintIn(_In):
    """An idea and how to paint it. What is left out is left to the assistant and the model."""

    idea: Text = Field(description="What to paint, in any language.")
    raw: bool = Field(False, description="Paint the idea as it stands, without an assistant.")
    ask: bool = Field(
        False, description="Write the prompt and paint nothing: send it back as `draft` to have it painted."
    )
    vary: Text = Field(
        "", description="Paint once for each of several values of one control, such as steps=4,12,30."
    )
    by: Text = Field(
        "",
        description="A second control beside `vary`, such as guidance=3,7: every pair of values is painted, "
        "16 pictures at most.",
    )
    sheet: bool = Field(
        False, description="With `vary`: also all pictures on one sheet, each under its value, in base64."
    )
    style: Name = Field("", description="A look, such as watercolor.")
    engine: Name = Field(
        "", description="Who paints; GET /api/models lists them. Empty: the best one at hand."
    )
    model: Name = Field("", description="Image model of that engine.")
    assistant: Name = Field("", description="Who writes the prompt.")
    chat_model: Name = Field("", description="Chat model of that assistant.")
    negative_prompt: Text = Field("", description="What to avoid.")
    size: Name = Field("", description="Width and height in pixels, such as 1024x768.")
    aspect_ratio: Name = Field("", description="Shape instead of a size, such as 16:9.")
    seed: int | None = Field(None, ge=0, le=2**32 - 1, description="The same number gives the same picture.")
    steps: int | None = Field(None, ge=1, le=150, description="Painting steps.")
    guidance: float | None = Field(None, ge=0, le=50, description="How strictly the prompt is followed.")
    count: int | None = Field(None, ge=1, le=8, description="How many pictures.")
    image: Picture = Field("", description="A picture to change; the idea then says what to change.")
    mask_image: Picture = Field(
        "", description="As large as the picture: white is painted anew, black stays."
    )
    control_image: Picture = Field("", description="A guide map, such as edges.")
    reference_images: list[Picture] = Field(
        default_factory=list, max_length=8, description="More pictures to look at."
    )
    strength: float | None = Field(None, ge=0.05, le=1, description="How far from the picture, 0.05-1.")
    outpaint: Name = Field("", description="New margins in pixels, such as left=256,right=256.")
    image_guidance: float | None = Field(None, ge=1, le=10, description="How strictly the picture is kept.")
    scheduler: Name = Field("", description="Sampler, by its name in diffusers.")
    language: Name = Field("", description="Language of the caller: en, pt-BR, es, zh-CN.")


class ImagineIn(PaintIn):
    """What `POST /api/imagine` takes."""

    draft: DraftIn | None = None
    returns: Literal["base64", "url"] = Field(
        "base64",
        alias="return",
        description="base64: the picture is in the answer and nowhere else. url: it is kept on the server.",
    )


class CartoonizeIn(ImagineIn):
    """What `POST /api/cartoonize` takes."""

    image: Picture = Field(min_length=1, description="The photo, in base64.")
    idea: Text = Field("", description="Further wishes, in any language.")


class TurnIn(_In):
    """One message of the conversation so far."""

    role: Literal["user", "assistant"]
    text: Annotated[str, Field(max_length=LONGEST_TURN)]


class ChatIn(_In):
    """A message, and the conversation before it: the server remembers none."""

    text: Text = Field(description="What to say. A leading / makes it a command, such as /help.")
    history: list[TurnIn] = Field(default_factory=list, max_length=TURNS)
    assistant: Name = Field("", description="Who answers; empty: the best one at hand.")
    model: Name = Field("", description="Chat model of that assistant.")
    language: Name = Field("", description="Language of the caller: en, pt-BR, es, zh-CN.")
    temperature: float | None = Field(None, ge=0, le=2)
    top_p: float | None = Field(None, ge=0, le=1)
    top_k: int | None = Field(None, ge=1, le=10_000)
    max_output_tokens: int | None = Field(None, ge=1, le=1_000_000)


class RecipeIn(_In):
    """A PNG in base64."""

    image: str = Field(description="A PNG in base64.")


class ProblemOut(BaseModel):
    """A failure: stable code, what happened and the way out in the caller's language."""

    code: str
    message: str
    cure: str
    actions: list[str] = []


class ErrorOut(BaseModel):
    """The body of every answer that is not 200."""

    error: ProblemOut


class PictureOut(BaseModel):
    """One picture. `image` is the PNG in base64, `url` where to fetch it; one of the two is given."""

    filename: str
    mime: str
    width: int
    height: int
    image: str | None = None
    url: str | None = None
    recipe: dict[str, Any]


class UsedOut(BaseModel):
    """Who did what."""

    stage: str
    name: str
    model: str = ""


class ImagineOut(BaseModel):
    """The pictures, what was adjusted and said on the way, and the failure that cut it short, if any."""

    pictures: list[PictureOut]
    sheet: PictureOut | None = None
    draft: dict[str, Any] | None = None
    adjusted: dict[str, Any] | None = None
    notes: list[str] = []
    used: list[UsedOut] = []
    error: ProblemOut | None = None


class ChatOut(BaseModel):
    """The answer; a command may paint, too."""

    text: str
    pictures: list[PictureOut] = []
    notes: list[str] = []
    used: list[UsedOut] = []


class RecipeOut(BaseModel):
    """The recipe found in a picture, or null."""

    recipe: dict[str, Any] | None
    message: str = ""


class ModelOut(BaseModel):
    """One model; sizes are pixels."""

    id: str
    title: str = ""
    tasks: list[str] = []
    supports: list[str] = []
    default_size: tuple[int, int] | None = None


class OfferOut(BaseModel):
    """An engine or assistant; `needs` names the header that brings the key it lacks."""

    name: str
    title: str
    available: bool
    needs: str = ""
    models: list[ModelOut] = []


class ModelsOut(BaseModel):
    """Best first, as "auto" climbs them."""

    engines: list[OfferOut]
    assistants: list[OfferOut]
    styles: list[str]
