package org.comity.capacity;

import java.util.Map;
import java.util.Optional;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Refuses by its name a part of a program's question that cannot be read: left out, it would find more than was asked. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
public final class UnreadableQuestion extends RuleBroken {

    private UnreadableQuestion(String name) {
        super("api.field", Map.of("field", name));
    }

    public static UnreadableQuestion of(String name) {
        return new UnreadableQuestion(name);
    }

    /** Null where it was not asked. */
    public static @Nullable Role role(@Nullable String asked) {
        return Optional.ofNullable(asked)
                .map(it -> Role.ofTwo(it).orElseThrow(() -> of("role")))
                .orElse(null);
    }
}
