package org.comity.casework.acts;

import java.util.Map;
import java.util.Optional;
import org.comity.convention.Convention;
import org.comity.convention.Instrument;
import org.comity.procedure.Draft;
import org.comity.procedure.Editions;
import org.comity.procedure.form.GoverningLaw;
import org.comity.thread.Threads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which edition of the law a thread names from its opening act. */
@Component
class EditionOfThread implements Editions {

    private final Convention convention;
    private final Threads threads;

    EditionOfThread(Convention convention, Threads threads) {
        this.convention = convention;
        this.threads = threads;
    }

    @Override
    public String of(@Nullable String thread, Map<String, Object> body) {
        return thread == null ? ofRequest(body) : ofThread(thread);
    }

    @Override
    public String ofThread(String thread) {
        return threads.opening(thread).orElseThrow().envelope().convention();
    }

    @Override
    public String ofDraft(Draft draft) {
        return Optional.ofNullable(draft.thread())
                .flatMap(threads::opening)
                .map(it -> it.envelope().convention())
                .or(() -> new GoverningLaw(convention)
                        .instrument(draft.readable())
                        .map(Instrument::edition))
                .orElseGet(() -> ofRequest(draft.body()));
    }

    private String ofRequest(Map<String, Object> body) {
        return convention
                .newest(String.valueOf(body.get("instrument")))
                .or(() -> convention.newest(Convention.UNCC))
                .map(Instrument::edition)
                .orElseThrow();
    }
}
