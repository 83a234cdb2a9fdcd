package org.comity.casework.checkwords;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CheckWords;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.OrdersOnPaper;
import org.comity.procedure.Procedures;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.Digests;
import org.comity.sealing.NodeKeys;
import org.comity.sealing.Sealing;
import org.comity.sealing.Sealing.CannotOpen;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the check word of an order when its first paper is made, and gives the same to each that follows. */
@Component
@EnableConfigurationProperties(OrderCheckSettings.class)
class PrintingCheckWords implements CheckWords {

    /** Of the page; the address that is printed. */
    static final String PATH = "/check";

    private static final Logger log = LoggerFactory.getLogger(PrintingCheckWords.class);

    private final CheckWordRows rows;
    private final Procedures procedures;
    private final Threads threads;
    private final Sealing sealing;
    private final NodeKeys keys;
    private final OrderCheckSettings settings;
    private final String address;

    /** @param origin where browsers reach this node */
    PrintingCheckWords(
            CheckWordRows rows,
            Procedures procedures,
            Threads threads,
            Sealing sealing,
            NodeKeys keys,
            OrderCheckSettings settings,
            @Value("${node.origin}") String origin) {
        this.rows = rows;
        this.procedures = procedures;
        this.threads = threads;
        this.sealing = sealing;
        this.keys = keys;
        this.settings = settings;
        this.address = origin.replaceAll("/+$", "").replaceFirst("^https?://", "") + PATH;
    }

    @Override
    @Transactional
    public Optional<Printed> on(Envelope act, Map<String, Object> body) {
        if (!settings.enabled()) return Optional.empty();
        var procedure = procedures.of(act.procedure());
        return procedure
                .onPaper()
                .map(it -> number(procedure, it, act, body))
                .filter(it -> !it.isEmpty())
                .flatMap(it -> word(act.thread(), it).map(word -> new Printed(address, it, word)));
    }

    /** Of the order itself; on the papers of what follows, too. Empty of what the other side says. */
    private String number(KnownProcedure procedure, OrdersOnPaper orders, Envelope act, Map<String, Object> body) {
        if (!act.role().equals(procedure.opener().word())) return "";
        var opening = procedure.opening();
        return act.type().equals(opening)
                ? orders.said(opening, body).number()
                : threads.opening(act.thread())
                        .filter(KeptAct::ours)
                        .map(it -> orders.said(opening, it.said()).number())
                        .orElse("");
    }

    private Optional<String> word(String thread, String number) {
        if (rows.find(thread).isEmpty()) {
            var word = CheckWord.made();
            var sealed = sealing.encrypt(word.getBytes(StandardCharsets.US_ASCII), List.of(keys.ageRecipient()));
            rows.add(thread, new CheckWordRows.Row(CheckWord.mark(number, word), sealed));
        }
        return rows.find(thread).flatMap(it -> opened(thread, it));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> threads(String typed) {
        var marks = CheckWord.marks(typed);
        return marks.isEmpty() ? List.of() : rows.byMarks(marks);
    }

    /** A letter without a word is better than none. */
    private Optional<String> opened(String thread, CheckWordRows.Row row) {
        try {
            return Optional.of(new String(sealing.open(row.word()), StandardCharsets.US_ASCII));
        } catch (CannotOpen e) {
            log.warn("The check word of thread {} cannot be read any more: {}", thread, e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    @Transactional
    public void made(String thread, String act, byte[] file) {
        if (rows.find(thread).isPresent()) rows.made(thread, act, Digests.sha256(file));
    }

    @Override
    @Transactional
    public void forget(String thread) {
        rows.forgetting(thread);
    }
}
