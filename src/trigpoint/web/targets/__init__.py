"""Next year's targets: proposed, argued, agreed by named roles, and then dated data of the store."""
