package org.comity.convention;

import java.util.List;

/** An offence by its elements, with the conditions that a State may add. */
public record Offence(String article, Wording title, List<Element> elements, List<Variation> variations) {

    public Offence {
        elements = List.copyOf(elements);
        variations = List.copyOf(variations);
    }

    public enum Kind {
        CONDUCT,
        MENTAL
    }

    /** @param mark that of the paragraph it comes from */
    public record Element(Kind kind, String ref, Wording text, Mark mark) {}

    /** @param key stable, e.g. {@code needs_security_breach} */
    public record Variation(String key, String ref, Wording text, Mark mark) {}
}
