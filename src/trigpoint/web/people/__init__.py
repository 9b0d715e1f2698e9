"""Who people are and what they may do: accounts, roles, scopes, sign-in, sessions; `can` is the only answer given."""
