package org.comity.casework.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.comity.assistance.ByLetter;
import org.comity.casework.Officers;
import org.comity.evidence.EvidenceCases;
import org.comity.evidence.EvidenceCases.Case;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CasesOfEvidenceTest extends Officers {

    @Autowired
    private ByLetter letters;

    @Autowired
    private EvidenceCases cases;

    @Test
    void the_cases_of_many_threads_are_found_in_one_look_by_whoever_may_read_them() throws Exception {
        var first = letters.asks("XD-1");
        var second = letters.asked("XD-1");
        var threads = List.of(thread(first), thread(second), UUID.randomUUID().toString());

        assertThat(cases.byThreads(threads, official("ferro")))
                .containsExactlyInAnyOrder(new Case(thread(first), first), new Case(thread(second), second));
        assertThat(cases.byThreads(threads, official("brandel"))).isEmpty();

        letters.item(first);
        letters.item(second);
        assertThat(page("custodian", "/evidence", "en")).contains(first, second);
    }

    private String thread(String reference) {
        return requests.find(reference).orElseThrow().thread();
    }
}
