package org.comity.casework.onward;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.casework.Compartments;
import org.comity.casework.OnwardTransfers;
import org.comity.casework.onward.OnwardRows.Known;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Draws the register from what the acts say; what retention deleted is no longer in it but for who, when and what kind. */
@Component
class ReadingOnward implements OnwardTransfers {

    private final OnwardRows rows;
    private final Requests requests;
    private final Threads threads;
    private final Compartments compartments;

    ReadingOnward(OnwardRows rows, Requests requests, Threads threads, Compartments compartments) {
        this.rows = rows;
        this.requests = requests;
        this.threads = threads;
        this.compartments = compartments;
    }

    @Override
    public OfYear ofYear(int year, Official by) {
        var from = LocalDate.of(year, 1, 1).atStartOfDay();
        var until = from.plusYears(1).toInstant(ZoneOffset.UTC);
        var page = ListPage.of(rows.between(from.toInstant(ZoneOffset.UTC), until, MOST + 1), MOST);
        var known = compartments.seen(page.rows(), Known::thread, by.id());
        var listed = requests.ofThreads(known.stream().map(Known::thread).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(RequestRow::thread, Function.identity()));
        var lines = known.stream()
                .filter(it -> listed.containsKey(it.thread()))
                .flatMap(it -> threads.act(it.act()).stream())
                .map(it -> line(it, Objects.requireNonNull(listed.get(it.thread()))))
                .toList();
        return new OfYear(lines, page.more());
    }

    private static Line line(KeptAct act, RequestRow request) {
        var said = new BodyFields(act.body());
        return new Line(
                request,
                act.id(),
                act.envelope().type(),
                act.envelope().time(),
                act.ours(),
                first(said, "recipient", "passedTo"),
                first(said, "given", "passed", "part"),
                first(said, "passedOn", "doneOn", "lasts"),
                first(said, "terms", "text"));
    }

    private static String first(BodyFields said, String... keys) {
        return Stream.of(keys)
                .map(said::text)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }
}
