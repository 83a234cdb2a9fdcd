package org.comity.notification;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.comity.forum.AnswersByMail;
import org.comity.proof.form.Digests;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes addresses by which one official answers one contribution, once; of each the hash alone is kept. */
@Component
class ReplyAddresses {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ReplySettings settings;
    private final ReplyRows rows;
    private final AnswersByMail answers;
    private final Clock clock;

    ReplyAddresses(ReplySettings settings, ReplyRows rows, AnswersByMail answers, Clock clock) {
        this.settings = settings;
        this.rows = rows;
        this.answers = answers;
        this.clock = clock;
    }

    boolean on() {
        return settings.on();
    }

    /** Empty where nobody answers by mail, or this official may not, there, now. */
    Optional<String> of(Official to, long post) {
        return on() && answers.place(to, post).isPresent() ? Optional.of(made(to.id(), post, null)) : Optional.empty();
    }

    /** To which its author answers that it is to stand. */
    String of(ReplyDraft draft) {
        return made(draft.official(), draft.post(), draft.id());
    }

    private String made(String official, long post, @Nullable Long draft) {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        rows.add(new ReplyAddress(
                hash(token), official, post, draft, clock.instant().plus(settings.within()), null));
        return Objects.requireNonNull(settings.address()).replaceFirst("@", "+" + token + "@");
    }

    static String hash(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.US_ASCII));
    }
}
