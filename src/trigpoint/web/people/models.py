"""Accounts, the roles they hold with dates, and their sessions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q

from trigpoint.web.people.actor import Actor, Held, ScopeKind
from trigpoint.web.people.roles import ROLES

if TYPE_CHECKING:
    from trigpoint.web.people.session import SessionStore


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by the name they sign in with."""


class Account(AbstractBaseUser):
    """A person who can sign in, known by what the identity provider calls them (`issuer` and `subject`), not by e-mail.

    `title` is the role in the council's words that pages and packs print; the person's own name is printed nowhere.
    """

    username = models.CharField(max_length=150, unique=True)
    issuer = models.CharField(max_length=300, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=150, blank=True)
    email = models.EmailField(blank=True)
    title = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    created = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[AccountManager] = AccountManager()
    USERNAME_FIELD = "username"

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["issuer", "subject"], condition=~Q(subject=""), name="one_account_a_subject"
            ),
        )

    def __str__(self) -> str:
        return self.title

    def actor(self, on: date) -> Actor:
        """The person with the roles held on a day; nobody's when the account is closed."""
        if not self.is_active or self.pk is None:
            return Actor()
        held = tuple(grant.held() for grant in self.grants.all() if grant.in_force(on) and grant.role in ROLES)
        return Actor(self.pk, self.title, held)


class Grant(models.Model):
    """A role that an account holds in a scope from a day until another; who gave it and why.

    A `provided` one is the identity provider's, begun and ended at each sign-in; the others are given here.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=40)
    kind = models.CharField(max_length=20)
    place = models.CharField(max_length=200, blank=True)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    because = models.CharField(max_length=300, blank=True)
    granted_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    granted = models.DateTimeField(auto_now_add=True)
    provided = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.words()} for {self.place or 'the authority'}"

    def words(self) -> str:
        """The role as people call it."""
        return ROLES[self.role].words if self.role in ROLES else self.role

    def in_force(self, on: date) -> bool:
        """Whether it holds on a day; the last day is within it."""
        return self.starts <= on and (self.ends is None or on <= self.ends)

    def held(self) -> Held:
        """What it gives."""
        return Held(self.role, ScopeKind(self.kind), self.place)


class SignedIn(AbstractBaseSession):
    """A session: whose, since when and when last used, so that it can be listed and ended."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="sessions")
    began = models.DateTimeField()
    provider_session = models.CharField(max_length=64, blank=True, db_index=True)

    @classmethod
    def get_session_store_class(cls) -> type[SessionStore]:
        """The store that Django reads and writes it through."""
        from trigpoint.web.people.session import SessionStore  # noqa: PLC0415 - it needs this model

        return SessionStore
