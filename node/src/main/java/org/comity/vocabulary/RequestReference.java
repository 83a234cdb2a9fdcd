package org.comity.vocabulary;

import java.util.Map;

/** A reference that can be read aloud: requesting State, year, number, e.g. {@code XA-2026-000417}. */
public record RequestReference(String text) {

    public RequestReference {
        if (!text.matches("[A-Z]{2}-[0-9]{4}-[0-9]{6}")) {
            throw new Unreadable(text);
        }
    }

    public static RequestReference of(StateParty requesting, int year, long number) {
        return new RequestReference("%s-%04d-%06d".formatted(requesting, year, number));
    }

    @Override
    public String toString() {
        return text;
    }

    static final class Unreadable extends RuleBroken {
        Unreadable(String text) {
            super("reference.unreadable", Map.of("text", CutText.to(text, 40)));
        }
    }
}
