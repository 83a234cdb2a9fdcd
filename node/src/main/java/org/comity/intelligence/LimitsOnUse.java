package org.comity.intelligence;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.ledger.Ledger;
import org.comity.procedure.ActRole;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.UseLimits;
import org.comity.procedure.UseLimits.Confirmed;
import org.comity.sealing.Letters.Section;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.thread.Threads.Thread;
import org.comity.ui.Language;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;

/**
 * Says where limits bind us: those of what was delivered, and those that another State asked for with what it told unasked,
 * accepted or not, until it lifts them.
 */
@Component
class LimitsOnUse {

    private static final int LONGEST_WORDS = 500;

    /** Of a folded state: the act that said the limits last. */
    private static final String SAID = "limitsOf";

    /** Of a folded state: limits were accepted. */
    private static final String ACCEPTED = "bound";

    private final UseLimits limits;
    private final Threads threads;
    private final Procedures procedures;
    private final Ledger ledger;

    LimitsOnUse(UseLimits limits, Threads threads, Procedures procedures, Ledger ledger) {
        this.limits = limits;
        this.threads = threads;
        this.procedures = procedures;
        this.ledger = ledger;
    }

    /** Those of these threads in which a limit binds us. */
    Set<String> binding(Collection<String> of) {
        if (of.isEmpty()) return Set.of();
        return Stream.concat(
                        limits.lines(of).stream().map(it -> it.of().thread()),
                        threads.find(of).stream().filter(this::asked).map(Thread::id))
                .collect(Collectors.toSet());
    }

    /** What the acts say that asked for limits with what was told; nothing where none hold, or we asked for them. */
    List<Section> asked(RequestRow row, Language language) {
        var thread = threads.find(row.thread()).filter(this::asked);
        if (thread.isEmpty()) return List.of();
        var state = Objects.requireNonNull(thread.get().state()).json();
        var opening = accepted(state) ? threads.opening(row.thread()) : Optional.<KeptAct>empty();
        var last = Optional.of(said(state)).filter(it -> !it.isEmpty()).flatMap(threads::act);
        var rendering = procedures.of(row.procedure()).rendering();
        return Stream.of(opening, last)
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(it -> rendering
                        .sections(
                                it.envelope().convention(),
                                it.thread(),
                                it.envelope().type(),
                                it.envelope().facts(),
                                it.body(),
                                Locale.forLanguageTag(language.tag()))
                        .stream())
                .toList();
    }

    /** @throws RuleBroken {@code use.not-confirmed} */
    void confirm(RequestRow row, Confirmed confirmed, String what, Official by) {
        limits.confirm(row, confirmed, what, by);
        if (threads.find(row.thread()).filter(this::asked).isEmpty()) return;
        var words = TypedText.clean(confirmed.words());
        if (words.isEmpty() || words.length() > LONGEST_WORDS) throw new NotConfirmed(row.reference());
        ledger.record(
                by,
                "use.confirmed",
                row.thread(),
                Map.of("reference", row.reference(), "use", UseLimits.STATED, "words", words, "what", what));
    }

    private boolean asked(Thread thread) {
        var state = thread.state();
        if (state == null || said(state.json()).isEmpty() && !accepted(state.json())) return false;
        var procedure = procedures.of(thread.procedure());
        return procedure.is(ActRole.TELLS, procedure.opening()) && thread.ourRole() != procedure.opener();
    }

    private static String said(Map<String, Object> state) {
        return state.get(SAID) instanceof String act ? act : "";
    }

    private static boolean accepted(Map<String, Object> state) {
        return Boolean.TRUE.equals(state.get(ACCEPTED));
    }

    private static final class NotConfirmed extends RuleBroken {
        NotConfirmed(String reference) {
            super("use.not-confirmed", Map.of("reference", reference));
        }
    }
}
