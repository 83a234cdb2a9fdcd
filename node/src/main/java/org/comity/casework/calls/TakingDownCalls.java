package org.comity.casework.calls;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.DomesticFile;
import org.comity.casework.DomesticFile.Kind;
import org.comity.casework.OpenCalls;
import org.comity.casework.SeenCalls;
import org.comity.casework.calls.KeptCall.Settled;
import org.comity.casework.calls.RingBack.Outcome;
import org.comity.directory.Directory;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.ui.Language;
import org.comity.ui.ListPage;
import org.comity.ui.Words;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes calls of other States down, notes who rang back, and joins a call to its request: as lines of the domestic file. A
 * call is no act and begins no thread.
 */
@Component
class TakingDownCalls implements OpenCalls, SeenCalls {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MOST_WORDS = 8;

    private static final int LONGEST_LINE = 4000;

    private final TakenDownRows rows;
    private final DomesticFile file;
    private final CaseAccess access;
    private final Compartments compartments;
    private final Directory directory;
    private final Officials officials;
    private final Words words;
    private final Ledger ledger;
    private final Clock clock;

    // More than eight: a call is kept, told to the desk, rung back and written into a file.
    TakingDownCalls(
            TakenDownRows rows,
            DomesticFile file,
            CaseAccess access,
            Compartments compartments,
            Directory directory,
            Officials officials,
            Words words,
            Ledger ledger,
            Clock clock) {
        this.rows = rows;
        this.file = file;
        this.access = access;
        this.compartments = compartments;
        this.directory = directory;
        this.officials = officials;
        this.words = words;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public ListPage<OpenCall> open(Official by) {
        return open(0, by);
    }

    @Override
    public List<CallSaid> saying(String text, Official by) {
        if (!access.mayWrite(by)) {
            return List.of();
        }
        return rows.saying(words(text)).stream()
                .map(it ->
                        new CallSaid(it.id(), directory.find(it.counterpart()).orElse(null), it.at(), it.said()))
                .toList();
    }

    private static List<String> words(String text) {
        return SPACE.splitAsStream(text.strip()).limit(MOST_WORDS).toList();
    }

    ListPage<OpenCall> open(int page, Official by) {
        if (!access.mayWrite(by)) {
            return new ListPage<>(List.of(), false);
        }
        var calls = rows.open(page);
        var confirmed = rows.confirmed(calls.stream().map(KeptCall::id).toList());
        return ListPage.of(
                calls.stream()
                        .map(it -> new OpenCall(
                                it.id(),
                                directory.find(it.counterpart()).orElse(null),
                                it.authority(),
                                it.life(),
                                it.at(),
                                confirmed.contains(it.id())))
                        .toList(),
                TakenDownRows.PAGE);
    }

    @Override
    public boolean hides(long call, Official by) {
        return rows.find(call).filter(it -> compartments.hides(it.thread(), by)).isPresent();
    }

    /** Without those of requests that are closed to this official. */
    ListPage<KeptCall> settled(int page, Official by) {
        return ListPage.of(rows.settled(page, compartments.hiddenFrom(by.id())), TakenDownRows.PAGE);
    }

    /** @throws CallRefused also where it belongs to a request that is closed to this official */
    KeptCall call(long id, Official by) {
        return rows.find(id).filter(it -> !compartments.hides(it.thread(), by)).orElseThrow(CallRefused::unknown);
    }

    List<RingBack> backs(long id) {
        return rows.backs(id);
    }

    @Transactional
    public long takeDown(KeptCall call, Official by) {
        access.mustWrite(by);
        long id = rows.add(call);
        ledger.record(by, "calls.taken-down", subject(id), Map.of("from", call.counterpart()));
        return id;
    }

    @Transactional
    public void rungBack(long id, String number, Outcome outcome, String said, Official by) {
        access.mustWrite(by);
        open(id, by);
        rows.back(id, new RingBack(clock.instant(), number, outcome, said, by.id()));
        ledger.record(by, "calls.rung-back", subject(id), Map.of("outcome", outcome.name()));
    }

    /** The call, and each time somebody rang back, become lines of the request's file under their own hours and officers. */
    @Transactional
    public void link(long id, RequestRow to, Official by) {
        access.mustWrite(by);
        var call = open(id, by);
        file.addOtherCall(to.thread(), line(call), call.number(), call.at(), whoever(call.takenBy(), by));
        for (var rung : backs(id)) {
            var said = words.say(
                    Language.ENGLISH, "calls.line.back." + rung.outcome().name());
            var text = cut(said + " " + rung.words());
            var who = whoever(rung.by(), by);
            if (rung.outcome() == Outcome.NO_ANSWER) {
                file.addOtherCall(to.thread(), text, rung.number(), rung.at(), who);
            } else {
                file.add(to.thread(), Kind.CALL, text, rung.number(), rung.at(), null, who);
            }
        }
        rows.settle(id, Settled.LINKED, to.thread(), "", by.id(), clock.instant());
        rows.empty(id);
        ledger.record(by, "calls.linked", to.thread(), Map.of("call", subject(id)));
    }

    @Transactional
    public void settle(long id, String why, Official by) {
        access.mustWrite(by);
        open(id, by);
        rows.settle(id, Settled.WITHOUT, null, why, by.id(), clock.instant());
        ledger.record(by, "calls.settled", subject(id), Map.of());
    }

    /** @throws CallRefused in the same words, where it belongs to a request that is closed to this official, as where there is none */
    private KeptCall open(long id, Official by) {
        var call =
                rows.lock(id).filter(it -> !compartments.hides(it.thread(), by)).orElseThrow(CallRefused::unknown);
        if (call.settled() != null) {
            throw CallRefused.settled();
        }
        return call;
    }

    /** The file of a request is kept in English, as its other lines of calls are. */
    private String line(KeptCall call) {
        var from = directory
                .find(call.counterpart())
                .map(it -> it.name("en") + " (" + it.id() + ")")
                .orElse("");
        return cut(words.say(
                Language.ENGLISH,
                call.life() ? "calls.line.life" : "calls.line",
                "who",
                call.caller(),
                "from",
                (from + " " + call.authority()).strip(),
                "asks",
                call.asks(),
                "identifier",
                call.identifier()));
    }

    private static String cut(String text) {
        return CutText.shown(text.strip(), LONGEST_LINE);
    }

    private Official whoever(String id, Official otherwise) {
        return officials.find(id).orElse(otherwise);
    }

    private static String subject(long id) {
        return "call-" + id;
    }
}
