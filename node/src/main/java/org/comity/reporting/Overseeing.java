package org.comity.reporting;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.comity.cooperation.Confirmations;
import org.comity.cooperation.Requests;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.ledger.Log;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The State's own oversight reads its own node: acts, reads and exports, and nothing of another State's node. */
@Component
class Overseeing {

    private static final int LINES = 50;

    private final Ledger ledger;
    private final Log log;
    private final Requests requests;
    private final Confirmations confirmations;
    private final Officials officials;

    Overseeing(Ledger ledger, Log log, Requests requests, Confirmations confirmations, Officials officials) {
        this.ledger = ledger;
        this.log = log;
        this.requests = requests;
        this.confirmations = confirmations;
        this.officials = officials;
    }

    private String name(String id) {
        return officials.find(id).map(Official::name).orElse(id);
    }

    @Transactional
    OversightView read(@Nullable String subject, @Nullable Long before, boolean check, Official by) {
        ledger.record(by, "oversight.read", subject == null ? "ledger" : subject, Map.of());
        var lines = ledger.lines(subject, before, LINES);
        var names = new TreeMap<String, String>();
        lines.stream()
                .map(Ledger.Line::official)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(id -> names.put(id, name(id)));
        var notConfirmed = confirmations.notConfirmed();
        notConfirmed.forEach(it -> names.computeIfAbsent(String.valueOf(it.second()), this::name));
        return new OversightView(
                lines,
                check ? ledger.verify() : null,
                log.standing(),
                lines.size() == LINES ? lines.getLast().n() : null,
                subject == null ? "" : subject,
                names,
                requests.list(
                                new Requests.Filter(Requests.View.ALL, null, java.util.List.of(), null, null, null, null, null),
                                null,
                                20)
                        .rows(),
                notConfirmed,
                confirmations.awaited());
    }

    @Transactional
    String checkpoint(Official by) {
        ledger.record(by, "oversight.checkpoint-taken", "ledger", Map.of());
        return log.checkpoint();
    }

    @Transactional
    String proof(long line, @Nullable Long since, Official by) {
        ledger.record(by, "oversight.proof-taken", "ledger", Map.of("line", Long.toString(line)));
        return log.proof(line, since);
    }
}
