package org.comity.interception;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.casework.delivery.Delivered;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.NewestValuesInThread;
import org.comity.procedure.file.Particulars;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Points out a hard stop that outlasts the order or what was asked, a number used twice, and what is left when it is closed. */
@Component
class Interception implements Particulars {

    private static final Set<String> NAMES_STOP = Set.of("start", "renew");
    private static final Set<String> NUMBERED = Set.of("batch", CustodySteps.DELIVER);
    private static final Set<String> AFTERWARDS = Set.of("destruction", "look-again", CustodySteps.DESTROYED);

    private final Threads threads;

    Interception(Threads threads) {
        this.threads = threads;
    }

    @Override
    public String procedure() {
        return "interception/1";
    }

    /** Stored data lie in the past; what arises begins from now, and why that is needed is said anew. */
    @Override
    public Map<String, Object> begunFrom(RequestRow preservation, Map<String, Object> begun) {
        var whole = new HashMap<>(begun);
        whole.put("from", "");
        whole.put("until", "");
        return whole;
    }

    /** The State whose order it is decides; the program only shows it. */
    @Override
    public List<Pointed> pointed(@Nullable RequestRow row, String type, Map<String, Object> body) {
        var pointed = row == null
                ? Stream.<Pointed>empty()
                : NAMES_STOP.contains(type)
                        ? stop(row, type, body)
                        : NUMBERED.contains(type)
                                ? numbered(row, body)
                                : type.equals("close") ? left(row) : Stream.<Pointed>empty();
        return pointed.toList();
    }

    private Stream<Pointed> numbered(RequestRow row, Map<String, Object> body) {
        return when(
                effective(row)
                        .filter(it -> NUMBERED.contains(it.envelope().type()))
                        .anyMatch(it -> number(it.body()).equals(number(body))),
                "number-twice");
    }

    private static String number(Map<String, Object> body) {
        return new BodyFields(body).text("number").strip();
    }

    /** What nobody has said when it is closed; it can be said later. */
    private Stream<Pointed> left(RequestRow row) {
        boolean unmatched = threads.find(row.thread())
                .flatMap(it -> Delivered.in(it.state()))
                .filter(it -> !it.unmatched().isEmpty())
                .isPresent();
        boolean said =
                effective(row).anyMatch(it -> AFTERWARDS.contains(it.envelope().type()));
        return Stream.concat(when(unmatched, "unmatched"), when(!said, "nothing-after"));
    }

    private static Stream<Pointed> when(boolean so, String caution) {
        return so ? Stream.of(new Pointed("interception.caution." + caution, "")) : Stream.empty();
    }

    private Stream<KeptAct> effective(RequestRow row) {
        return said(row).acts();
    }

    private NewestValuesInThread said(RequestRow row) {
        return new NewestValuesInThread(threads, row.thread());
    }

    /** What is being written comes after all that was said. */
    private Stream<Pointed> stop(RequestRow row, String type, Map<String, Object> body) {
        var writing = new BodyFields(body);
        var stop = writing.instant("until");
        var ordered = Optional.ofNullable(writing.instant("orderedUntil"))
                .orElseGet(() -> said(row).instant("orderedUntil"));
        var asked = said(row).instant(type.equals("start") ? "until" : "wishedUntil");
        return Stream.concat(when(later(stop, ordered), "beyond-order"), when(later(stop, asked), "beyond-period"));
    }

    private static boolean later(@Nullable Instant one, @Nullable Instant other) {
        return one != null && other != null && one.isAfter(other);
    }
}
