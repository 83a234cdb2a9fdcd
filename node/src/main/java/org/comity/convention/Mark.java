package org.comity.convention;

/**
 * Says how sure we are of a text: read in a source that is named, or recalled and to be verified against the certified text; or
 * no text of a treaty at all, but of our form or our practice.
 */
public enum Mark {
    CONFIRMED,
    RECALLED,
    FORM;

    /** As the data and the messages name it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
