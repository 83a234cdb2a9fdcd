package org.comity.api;

import java.util.Map;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.RuleBroken;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Refuses what a program sent and cannot be taken as it is. */
abstract class IdempotentRequestRefused extends RuleBroken {

    private static final int LONGEST_NAME = 40;

    private IdempotentRequestRefused(String code, Map<String, String> facts) {
        super(code, facts);
    }

    static String shown(String name) {
        return CutText.to(name, LONGEST_NAME).replaceAll("[^A-Za-z0-9._-]", "?");
    }

    @ResponseStatus(HttpStatus.BAD_REQUEST)
    static final class KeyMissing extends IdempotentRequestRefused {
        KeyMissing() {
            super("api.key-missing", Map.of());
        }
    }

    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    static final class KeyReused extends IdempotentRequestRefused {
        KeyReused() {
            super("api.key-reused", Map.of());
        }
    }

    @ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
    static final class TooLarge extends IdempotentRequestRefused {
        TooLarge(int largest) {
            super("api.too-large", Map.of("largest", Integer.toString(largest)));
        }
    }

    @ResponseStatus(HttpStatus.BAD_REQUEST)
    static final class NotJson extends IdempotentRequestRefused {
        NotJson() {
            super("api.not-json", Map.of());
        }
    }

    @ResponseStatus(HttpStatus.BAD_REQUEST)
    static final class Field extends IdempotentRequestRefused {
        Field(String name) {
            super("api.field", Map.of("field", shown(name)));
        }
    }

    static final class NotSubmitted extends IdempotentRequestRefused {
        NotSubmitted() {
            super("draft.not-submitted", Map.of());
        }
    }

    static final class NotOffered extends IdempotentRequestRefused {
        NotOffered(String type, String offered) {
            super("api.step-not-offered", Map.of("type", shown(type), "offered", offered));
        }
    }
}
