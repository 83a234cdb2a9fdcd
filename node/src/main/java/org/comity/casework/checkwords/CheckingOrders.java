package org.comity.casework.checkwords;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.identity.ApprovalsKept;
import org.comity.identity.Officials;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.OrdersOnPaper;
import org.comity.procedure.Procedures;
import org.comity.proof.register.Entry;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.Language;
import org.comity.vocabulary.CallerOrigin;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers whether an order is ours. An unknown number and a wrong word cost one look into one index each, and neither says which
 * of them it was.
 */
@Component
class CheckingOrders {

    private final CheckWordRows rows;
    private final Threads threads;
    private final Procedures procedures;
    private final Directory directory;
    private final ApprovalsKept approvals;
    private final Officials officials;
    private final Clock clock;
    private final WrongTries tries = new WrongTries();

    CheckingOrders(
            CheckWordRows rows,
            Threads threads,
            Procedures procedures,
            Directory directory,
            ApprovalsKept approvals,
            Officials officials,
            Clock clock) {
        this.rows = rows;
        this.threads = threads;
        this.procedures = procedures;
        this.directory = directory;
        this.approvals = approvals;
        this.officials = officials;
        this.clock = clock;
    }

    /** @return empty while this address, or everybody, has to wait */
    Optional<OrderCheckView> typed(String number, String word, CallerOrigin caller, Language language) {
        return check(() -> rows.byMark(CheckWord.mark(number, word)), caller, language);
    }

    /** The same of a paper as it was made, by its SHA-256: of no order is what its author got back, or still waits. */
    Optional<OrderCheckView> given(String sha256, CallerOrigin caller, Language language) {
        return check(
                () -> rows.byFile(sha256)
                        .flatMap(threads::act)
                        .filter(CheckingOrders::left)
                        .map(KeptAct::thread),
                caller,
                language);
    }

    private Optional<OrderCheckView> check(Supplier<Optional<String>> thread, CallerOrigin caller, Language language) {
        if (!tries.begin(caller, clock.instant())) return Optional.empty();
        var found = thread.get().flatMap(it -> said(it, language));
        if (found.isPresent()) tries.right(caller);
        return found.or(() -> Optional.of(OrderCheckView.UNKNOWN));
    }

    /** Nothing of what was not sent, or was taken back. */
    private Optional<OrderCheckView> said(String id, Language language) {
        var now = clock.instant();
        return threads.opening(id).filter(CheckingOrders::left).flatMap(opening -> {
            var procedure = procedures.of(opening.envelope().procedure());
            return procedure.onPaper().map(it -> said(opening, procedure, it, language, now));
        });
    }

    /** What was held can be recalled until it is registered, even when its hour has come. */
    static boolean left(KeptAct act) {
        if (!act.ours() || act.recalled() != null) return false;
        return act.n() == null ? act.heldUntil() == null : Entry.EFFECTIVE.equals(act.effect());
    }

    private OrderCheckView said(
            KeptAct opening, KnownProcedure procedure, OrdersOnPaper orders, Language language, Instant now) {
        var first = orders.said(procedure.opening(), opening.said());
        var until = until(opening, orders, first.until());
        var state = threads.find(opening.thread()).map(Threads.Thread::state);
        if (state.filter(it -> it.ended()).isPresent() || until != null && until.isBefore(now)) {
            return OrderCheckView.OVER;
        }
        var self = directory.self();
        var tag = language.tag();
        var function = procedure.rendering().function();
        return new OrderCheckView(
                "ours",
                new OrderCheckView.Order(
                        self.name(tag),
                        first.court(),
                        first.day(),
                        opening.envelope().time(),
                        GoneParticipant.shown(directory, opening.envelope().addressee())
                                .name(tag),
                        until,
                        self.speaker(function),
                        onRecord(opening.id())));
    }

    /** Of what follows the order, the last that names an end. */
    private @Nullable Instant until(KeptAct opening, OrdersOnPaper orders, @Nullable Instant first) {
        return threads.effective(List.of(opening.thread())).stream()
                .filter(KeptAct::ours)
                .map(it -> orders.said(it.envelope().type(), it.said()).until())
                .filter(it -> it != null)
                .reduce(first, (_, later) -> later);
    }

    private boolean onRecord(String act) {
        return approvals.of(act).stream()
                .map(it -> officials.present(it.official()))
                .flatMap(Optional::stream)
                .anyMatch(CheckingOrders::speaks);
    }

    private static boolean speaks(Official official) {
        return official.holds(Duty.DUTY_OFFICER) || official.holds(Duty.SECOND_OFFICER) || official.holds(Duty.LAWYER);
    }
}
