"""Views of measures that people keep."""

from __future__ import annotations

from django.db import models

from trigpoint.web.people.models import Account


class SavedView(models.Model):
    """An address of the explorer under a name: `path` with its query. Whoever may see figures may follow its link."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="views")
    title = models.CharField(max_length=120)
    path = models.CharField(max_length=1000)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("title", "pk")

    def __str__(self) -> str:
        return self.title
