package org.comity.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.RuleBroken;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What an act said was deleted under the retention rule; its envelope, signature and entry are all that is here. */
@ResponseStatus(HttpStatus.GONE)
public final class TextDeleted extends RuleBroken {

    /** @param act whose {@code forgottenAt} is given */
    public TextDeleted(KeptAct act) {
        this(Objects.requireNonNull(act.forgottenAt()));
    }

    public TextDeleted(Instant at) {
        super(
                "request.text-deleted",
                Map.of("day", LocalDate.ofInstant(at, ZoneOffset.UTC).toString()));
    }
}
