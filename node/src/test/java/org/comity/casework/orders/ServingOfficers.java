package org.comity.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Paper;
import org.comity.casework.DomesticFile;
import org.comity.casework.DomesticFile.Kind;
import org.comity.casework.Officers;
import org.comity.casework.orders.TypedOrder.Decision;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.ui.Language;
import org.comity.vocabulary.Channel;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Officers in whose requests an order was granted, and who serve it on a provider. */
abstract class ServingOfficers extends Officers {

    static final String PROVIDER = "XD-1";

    @Autowired
    protected ServingOrder serving;

    @Autowired
    private DecidingOnOrder ordering;

    @Autowired
    private DomesticFile file;

    @Autowired
    protected Correspondence letters;

    @Autowired
    protected Clock clock;

    @Autowired
    protected JdbcClient db;

    protected final List<String> closed = new ArrayList<>();

    @AfterEach
    final void open_again() {
        for (var table : List.of("compartment_officer", "compartment")) {
            closed.forEach(it -> db.sql("delete from cooperation." + table + " where thread = :thread")
                    .param("thread", it)
                    .update());
        }
    }

    /** To the duty officer and the lawyer. */
    final void close(RequestRow row) {
        db.sql("insert into cooperation.compartment (thread, closed_at) values (:t, now())")
                .param("t", row.thread())
                .update();
        for (var named : List.of("maren", "okell")) {
            db.sql("insert into cooperation.compartment_officer (thread, official) values (:t, :o)")
                    .param("t", row.thread())
                    .param("o", named)
                    .update();
        }
        closed.add(row.thread());
    }

    /** As an officer presses it beside the request. */
    final Draft begun(RequestRow row) throws Exception {
        var law = serving.in(row).getFirst().law();
        assertThat(page("duty-officer", "/requests/" + row.address(), "en"))
                .contains("Serve this order on a provider", "value=\"" + PROVIDER + "\"");
        var order = String.valueOf(serving.orders(row).rows().getFirst().id());
        var to = redirected(
                "duty-officer",
                post("/requests/" + row.address() + "/order-served")
                        .param("law", law)
                        .param("order", order)
                        .param("to", PROVIDER));
        assertThat(to).matches("/drafts/[^/]+/state");
        assertThat(page("duty-officer", to, "en"))
                .contains("On whom is it served")
                .doesNotContain(row.reference())
                .as("treaties bind States")
                .doesNotContain("What binds us and");
        return drafts.get(to.split("/")[2]);
    }

    /** The reference of the thread. */
    final String served(Draft begun) {
        var submitted = submitted(begun);
        var sent = drafts.approve(submitted.id(), new Proof.Practice(), null, official("okell"));
        return Objects.requireNonNull(sent.reference());
    }

    final Draft submitted(Draft begun) {
        var body = new HashMap<>(begun.body());
        body.put("instrument", "uncc");
        body.put("authority", "Cyber Unit");
        body.put("kinds", List.of("preserve"));
        body.put("legalBasis", "Code of procedure, 81.");
        body.put("identifiers", List.of(Map.of("kind", "mail", "value", "b@mail.example", "time", "", "zone", "")));
        var saved = drafts.save(begun.id(), begun.version(), body, begun.facts(), official("maren"));
        return drafts.submit(saved.id(), saved.version(), official("maren"));
    }

    final RequestRow granted(String number) {
        return granted(number, preserved(90));
    }

    final RequestRow granted(String number, String reference) {
        var row = requests.find(reference).orElseThrow();
        file.add(row.thread(), Kind.PASSED_ON, "", row.reference(), null, null, official("okell"));
        var order = new TypedOrder(
                number,
                "Lake Court",
                "",
                "Mail logs.",
                LocalDate.parse(inDays(60)).toString(),
                false,
                "As asked.");
        ordering.put(row.address(), order, 0, Decision.GRANTED, official("sorane"), Language.ENGLISH);
        return row;
    }

    final void kept(String order, String answer, String note) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var row = Map.of("account", "b@mail.example", "answer", answer, "until", "", "note", note);
        said(
                order,
                "report-preserved",
                Map.of(
                        "preservedAt",
                        now.minus(1, ChronoUnit.HOURS).toString(),
                        "identifiers",
                        List.of(row),
                        "providerReference",
                        "ON-9"),
                Map.of("until", now.plus(70, ChronoUnit.DAYS).toString(), "rest", "nothing"));
    }

    /** By letter, as it came today. */
    final void said(String order, String type, Map<String, Object> body, Map<String, Object> facts) {
        var maren = official("maren");
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        letters.left(order, Paper.LETTER, null, Channel.MAIL, today, "", maren);
        letters.record(order, type, body, facts, today(), maren);
    }

    final void step(String order, String type, Map<String, Object> body) {
        var row = requests.find(order).orElseThrow();
        var begun = drafts.start(
                row.procedure(), type, row.ourRole(), row.counterpart(), row.thread(), body, official("maren"));
        var written = drafts.submit(begun.id(), begun.version(), official("maren"));
        drafts.approve(written.id(), new Proof.Practice(), null, official("okell"));
    }

    final Correspondence.Arrived today() {
        return new Correspondence.Arrived(
                Channel.MAIL, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), "", "", null);
    }
}
