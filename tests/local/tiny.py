"""Tiny random models, made from configurations in half a second: everything is real but the pictures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from imaginario.engines._diffusers import sdk

SIDE = 64
"""Usual side of a picture, in pixels: eight latents."""


def tokenizer(folder: Path) -> Any:
    """A CLIP tokenizer that knows single bytes and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    signs, more = {b: chr(b) for b in printable}, 0
    for byte in range(256):
        if byte not in signs:
            signs[byte], more = chr(256 + more), more + 1
    words = [*signs.values(), *(sign + "</w>" for sign in signs.values())]
    words += ["<|startoftext|>", "<|endoftext|>"]
    (folder / "vocab.json").write_text(json.dumps({word: n for n, word in enumerate(words)}), "utf-8")
    (folder / "merges.txt").write_text("#version: 0.2\n", "utf-8")
    return sdk.module("transformers").CLIPTokenizer(
        str(folder / "vocab.json"), str(folder / "merges.txt"), model_max_length=77
    )


def parts(folder: Path, *, channels: int = 4, seed: int = 0) -> dict[str, Any]:
    """The components of a Stable Diffusion, with random weights."""
    diffusers, transformers = sdk.diffusers(), sdk.module("transformers")
    sdk.torch().manual_seed(seed)
    unet = diffusers.UNet2DConditionModel(
        sample_size=SIDE // 8, in_channels=channels, out_channels=4, layers_per_block=1,
        block_out_channels=(32, 64), down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"), cross_attention_dim=32, attention_head_dim=8,
        norm_num_groups=8,
    )  # fmt: skip
    vae = diffusers.AutoencoderKL(
        in_channels=3, out_channels=3, block_out_channels=(8, 16, 16, 16), latent_channels=4,
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
        norm_num_groups=8, sample_size=SIDE,
    )  # fmt: skip
    text = transformers.CLIPTextModel(
        transformers.CLIPTextConfig(
            vocab_size=514, hidden_size=32, intermediate_size=37, num_hidden_layers=2, num_attention_heads=4,
            max_position_embeddings=77, bos_token_id=512, eos_token_id=513, pad_token_id=513,
        )
    )  # fmt: skip
    scheduler = diffusers.PNDMScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", skip_prk_steps=True, steps_offset=1
    )
    return {
        "unet": unet, "vae": vae, "text_encoder": text, "tokenizer": tokenizer(folder / "words"),
        "scheduler": scheduler,
    }  # fmt: skip


def pipeline(
    folder: Path, kind: str = "StableDiffusionPipeline", *, channels: int = 4, seed: int = 0
) -> Path:
    """A whole model of this class, saved into a folder."""
    more: dict[str, Any] = {
        "safety_checker": None,
        "feature_extractor": None,
        "requires_safety_checker": False,
    }
    made = getattr(sdk.diffusers(), kind)(
        **parts(folder.parent / "words", channels=channels, seed=seed), **more
    )
    made.save_pretrained(folder)
    return folder


def guide(folder: Path) -> Path:
    """A ControlNet that goes with the others, its last layers not the zeros they begin with."""
    torch = sdk.torch()
    torch.manual_seed(1)
    made = sdk.diffusers().ControlNetModel(
        layers_per_block=1, block_out_channels=(32, 64), cross_attention_dim=32, attention_head_dim=8,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"), norm_num_groups=8,
        conditioning_embedding_out_channels=(8, 8, 16, 16),
    )  # fmt: skip
    for block in (
        *made.controlnet_down_blocks,
        made.controlnet_mid_block,
        made.controlnet_cond_embedding.conv_out,
    ):
        torch.nn.init.normal_(block.weight, std=0.2)
    made.save_pretrained(folder)
    return folder


def quick(folder: Path) -> Path:
    """A latent consistency model: its UNet is told the guidance instead of being run twice."""
    diffusers, made = sdk.diffusers(), parts(folder.parent / "words")
    made["unet"] = _unet_like(made["unet"], time_cond_proj_dim=32)
    made["scheduler"] = diffusers.LCMScheduler.from_config(made["scheduler"].config)
    pipe = diffusers.LatentConsistencyModelPipeline(
        **made, safety_checker=None, feature_extractor=None, requires_safety_checker=False
    )
    pipe.save_pretrained(folder)
    return folder


def large(folder: Path) -> Path:
    """A Stable Diffusion XL: two text encoders, and a UNet that is told the picture's size."""
    diffusers, transformers = sdk.diffusers(), sdk.module("transformers")
    made = parts(folder.parent / "words")
    text = made["text_encoder"].config
    more = {
        "addition_embed_type": "text_time",
        "addition_time_embed_dim": 8,
        "projection_class_embeddings_input_dim": 8 * 6 + 32,
        "cross_attention_dim": 64,
    }
    made["unet"] = _unet_like(made["unet"], **more)
    config = transformers.CLIPTextConfig(**{**text.to_dict(), "projection_dim": 32})
    pipe = diffusers.StableDiffusionXLPipeline(
        **made,
        text_encoder_2=transformers.CLIPTextModelWithProjection(config),
        tokenizer_2=made["tokenizer"],
        add_watermarker=False,
    )
    pipe.save_pretrained(folder)
    return folder


def _unet_like(unet: Any, **changes: Any) -> Any:
    """The same with some of its configuration changed."""
    config = {k: v for k, v in unet.config.items() if not k.startswith("_")}
    return type(unet).from_config({**config, **changes})
