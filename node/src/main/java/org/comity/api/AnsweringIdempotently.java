package org.comity.api;

import java.time.Clock;
import java.util.function.Supplier;
import org.comity.ledger.RunningTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same wish twice is done once and answered alike. Deed and answer stand in one transaction: what was refused left
 * nothing behind, and may be tried again with the same key.
 */
@Component
class AnsweringIdempotently {

    static final String REPEATED = "Idempotent-Replayed";

    private static final byte[] NOTHING = {};

    private final AnswerRows answers;
    private final ApiSettings settings;
    private final JsonMapper json;
    private final RunningTime running;
    private final Clock clock;

    AnsweringIdempotently(AnswerRows answers, ApiSettings settings, JsonMapper json, RunningTime running, Clock clock) {
        this.answers = answers;
        this.settings = settings;
        this.json = json;
        this.running = running;
        this.clock = clock;
    }

    /** @param deed answers with what is written as JSON, or null: there is nothing to say */
    @Transactional
    ResponseEntity<byte[]> once(IdempotentRequest wish, HttpStatus status, Supplier<? extends @Nullable Object> deed) {
        var now = clock.instant();
        answers.forget(wish.key(), old());
        if (answers.claim(wish.key(), wish.fingerprint(), now, running.total())) {
            var said = deed.get();
            var body = said == null ? NOTHING : json.writeValueAsBytes(said);
            answers.keep(wish.key(), status.value(), body);
            return answer(status.value(), body, false);
        }
        var kept = answers.find(wish.key()).orElseThrow(IdempotentRequestRefused.KeyReused::new);
        if (!kept.fingerprint().equals(wish.fingerprint())) {
            throw new IdempotentRequestRefused.KeyReused();
        }
        return answer(kept.status(), kept.body(), true);
    }

    /** They say what was done in a request: none stays because no program asks any more. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void sweep() {
        int gone;
        do {
            gone = answers.sweep(old());
        } while (gone > 0);
    }

    private AnswerRows.Old old() {
        return new AnswerRows.Old(
                clock.instant().minus(settings.kept()), running.total().minus(settings.kept()));
    }

    private static ResponseEntity<byte[]> answer(int status, byte[] body, boolean repeated) {
        var answer = ResponseEntity.status(status).header(REPEATED, Boolean.toString(repeated));
        return body.length == 0
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
