package org.comity.capacity.matching;

/** Says why an offer cannot be proposed for a need, in the order in which it is looked at. */
public enum Obstacle {
    KIND(false),
    ARTICLES(true),
    REGION(false),
    PROVIDER_RULE(false),
    /** The provider bars somebody, and in words by which nobody knows whom: it may be this State. */
    BARS_UNREAD(false),
    DATES(true),
    LANGUAGE(true),
    MODE(true),
    PREREQUISITE(true),
    UPKEEP(true),
    EXPORT(false),
    RIGHTS(true),
    DECLINED(false);

    private final boolean changed;

    Obstacle(boolean changed) {
        this.changed = changed;
    }

    /** Can the needing State change it? */
    boolean canChange() {
        return changed;
    }

    /** Shown to the needing State; a provider's rules on recipients are the Secretariat's to know. */
    boolean forState() {
        return this != PROVIDER_RULE && this != BARS_UNREAD;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
