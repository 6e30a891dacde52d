"""A booklet as a tagged PDF (PDF/UA-1), with contents and page numbers."""

from __future__ import annotations

from dataclasses import asdict

from coursewright.documents.booklets import Booklet
from coursewright.documents.tagged_pdf import tagged_pdf


def booklet_pdf(booklet: Booklet) -> bytes:
    """The booklet as PDF; equal booklets give equal bytes."""
    return tagged_pdf("booklet.typ", asdict(booklet))
