package org.comity.casework.criminality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.comity.assistance.ByLetter;
import org.comity.casework.DomesticFile;
import org.comity.casework.Officers;
import org.comity.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Both States' law on an offence stands side by side, and what the lawyer finds stays in our file. */
class CriminalityTest extends Officers {

    @Autowired
    private ByLetter letters;

    @Autowired
    private DomesticFile file;

    @Autowired
    private Ledger ledger;

    @Test
    void the_lawyer_weighs_both_laws_and_says_why() throws Exception {
        var asked = letters.asks("XD-1");
        var path = "/requests/" + asked + "/criminality";
        assertThat(page("lawyer", "/requests/" + asked, "en")).contains(path, "Nobody has weighed it yet");
        assertThat(page("lawyer", path, "en"))
                .contains("40(8)", "intentionally and without right", "From the entry, version")
                .contains("name=\"outcome\"");
        assertThat(page("lawyer", path, "ar")).contains("ازدواجية التجريم").doesNotContain("criminality.");

        assertThat(answered(200, "lawyer", post(path).param("outcome", "met").param("reasons", " ")))
                .contains("Say why");
        assertThat(answered(200, "lawyer", post(path).param("outcome", "surely").param("reasons", "x")))
                .contains("Choose what you find");
        assertThat(findings(asked)).isZero();

        redirected("lawyer", post(path).param("outcome", "not-met").param("reasons", "Article 12 asks for damage."));
        assertThat(page("duty-officer", "/requests/" + asked, "en"))
                .contains("No, not in ours. Article 12 asks for damage.");
    }

    @Test
    void who_reads_what_is_weighed_is_on_record() throws Exception {
        var asked = letters.asks("XD-1");
        page("oversight", "/requests/" + asked + "/criminality", "en");

        var thread = requests.find(asked).orElseThrow().thread();
        assertThat(ledger.lines(thread, null, 9))
                .filteredOn(it -> it.what().equals("thread.read"))
                .extracting(Ledger.Line::official)
                .containsExactly("arlo");
    }

    @Test
    void nobody_else_weighs_it() throws Exception {
        var asked = letters.asks("XD-1");
        var path = "/requests/" + asked + "/criminality";
        assertThat(page("duty-officer", path, "en"))
                .contains("The lawyer weighs it")
                .doesNotContain("name=\"outcome\"");
        answered(403, "duty-officer", post(path).param("outcome", "met").param("reasons", "I think so."));
        for (var chair : List.of("duty-officer", "custodian")) {
            var beside = post("/requests/" + asked + "/file").param("kind", "CRIMINALITY");
            answered(403, chair, beside.param("text", "Yes, in both."));
            assertThat(page(chair, "/requests/" + asked, "en")).doesNotContain("value=\"CRIMINALITY\"");
        }
        assertThat(findings(asked)).isZero();
    }

    /** To preserve, it is no ground; and of what we ask, the other State judges. */
    @Test
    void it_is_asked_only_where_the_law_has_the_ground_and_the_decision_is_ours() throws Exception {
        var ours = letters.asked("XD-1");
        assertThat(page("lawyer", "/requests/" + ours, "en")).doesNotContain("/criminality");
        answered(409, "lawyer", get("/requests/" + ours + "/criminality"));
        var kept = preserved(80);
        assertThat(page("lawyer", "/requests/" + kept, "en")).doesNotContain("/criminality");
        answered(409, "lawyer", get("/requests/" + kept + "/criminality"));
    }

    private long findings(String reference) {
        var thread = requests.find(reference).orElseThrow().thread();
        return file.lines(thread).stream()
                .filter(it -> it.kind() == DomesticFile.Kind.CRIMINALITY)
                .count();
    }
}
