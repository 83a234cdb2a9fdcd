package org.comity.board.follow;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a host shows to this node alone, whole: what it shows no longer is deleted here. Each step is one transaction. */
@Component
class KeepingShown {

    private final ShownRows rows;
    private final Clock clock;

    KeepingShown(ShownRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    record Shown(String board, String subject, byte[] body) {}

    @Transactional
    public void keep(String host, List<Shown> shown) {
        Set<List<String>> now = new HashSet<>();
        for (var each : shown) {
            now.add(List.of(each.board(), each.subject()));
            rows.put(host, each.board(), each.subject(), each.body(), clock.instant());
        }
        rows.all().stream()
                .filter(it -> it.host().equals(host) && !now.contains(List.of(it.board(), it.subject())))
                .forEach(it -> rows.delete(host, it.board(), it.subject()));
    }

    /** Of a host that is not asked nobody says any more what it shows. */
    @Transactional
    public void keepOnly(Collection<String> hosts) {
        rows.keepOnly(hosts);
    }
}
