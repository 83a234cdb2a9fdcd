package org.comity.capacity.matching;

/** Where help takes place. */
public enum HelpMode {
    IN_PERSON,
    ONLINE,
    EITHER;

    boolean meets(HelpMode other) {
        return this == EITHER || other == EITHER || this == other;
    }

    /** Can this pair meet on a line only? */
    boolean onlineOnly(HelpMode other) {
        return this == ONLINE || other == ONLINE;
    }
}
