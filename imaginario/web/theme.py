"""The look: jabuticaba purple on paper, a touch of ipê yellow; every colour has its twin in the dark."""

from __future__ import annotations

from pathlib import Path

from gradio.themes import Base
from gradio.themes.utils import colors, fonts, sizes

STYLE_SHEET = Path(__file__).parent / "style.css"
LOGO = Path(__file__).parent / "logo.svg"

JABUTICABA = colors.Color(
    "#f6f2fb", "#ece3f7", "#d9c8ef", "#bfa3e2", "#9f78d0", "#7f50b8", "#6a3da0", "#562f85", "#432668",
    "#2f1b4a", "#1c0f2e", name="jabuticaba",
)  # fmt: skip
PAPER = colors.Color(
    "#fbfaf8", "#f4f2ee", "#e7e3dc", "#d3cdc3", "#a79f93", "#797166", "#585148", "#403b34", "#2a2622",
    "#1d1a17", "#131110", name="paper",
)  # fmt: skip


COLOURS = {
    "body_background_fill": ("#fbfaf8", "#161318"),
    "background_fill_primary": ("#ffffff", "#1f1b23"),
    "background_fill_secondary": ("#f6f3ef", "#18151c"),
    "block_background_fill": ("#ffffff", "#1f1b23"),
    "block_border_color": ("#e7e3dc", "#332d3a"),
    "border_color_primary": ("#e7e3dc", "#332d3a"),
    "block_label_background_fill": ("transparent", "transparent"),
    "block_shadow": ("none", "none"),
    "block_title_text_color": ("#403b34", "#e9e3ef"),
    "body_text_color": ("#2a2622", "#eee9f3"),
    "body_text_color_subdued": ("#6b645a", "#b3aabd"),
    "input_background_fill": ("#ffffff", "#241f29"),
    "input_border_color": ("#d9d3c9", "#3d3645"),
    "button_primary_background_fill": ("#6a3da0", "#8a5cc4"),
    "button_primary_background_fill_hover": ("#562f85", "#9b70d1"),
    "button_primary_text_color": ("#ffffff", "#ffffff"),
    "button_secondary_background_fill": ("#f4f2ee", "#2b2631"),
    "link_text_color": ("#6a3da0", "#c3a5ea"),
    "color_accent_soft": ("#f0e9f9", "#35294a"),
    "border_color_accent_subdued": ("#dccdf0", "#4b3a66"),
    "checkbox_background_color": ("#ffffff", "#2b2631"),
    "checkbox_border_color": ("#b9b0a4", "#6d6379"),
    "input_placeholder_color": ("#847b70", "#9a90a6"),
}
"""Theme variable -> its value by day and in the dark."""


def theme() -> Base:
    """The theme, with fonts that come with the page and nothing from elsewhere."""
    base = Base(
        primary_hue=JABUTICABA,
        secondary_hue=JABUTICABA,
        neutral_hue=PAPER,
        radius_size=sizes.radius_lg,
        font=[
            fonts.LocalFont("Lexend"),
            "system-ui",
            "Noto Sans SC",
            "PingFang SC",
            "Microsoft YaHei",
            "sans-serif",
        ],
        font_mono=["ui-monospace", "Consolas", "monospace"],
    )
    day = {name: pair[0] for name, pair in COLOURS.items()}
    night = {f"{name}_dark": pair[1] for name, pair in COLOURS.items()}
    return base.set(**day, **night)
