package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.junit.jupiter.api.Test;

/** A number that was read wrongly out of their first letter is corrected by an officer, on record. */
class TheirNumberTest extends PaperPages {

    @Test
    void it_is_corrected_found_and_kept_whatever_a_later_letter_bears() throws Exception {
        var reference = pastRequest("T-1");
        var url = "/requests/" + reference;
        said(url, "acknowledge", "MJ/7O1-26");
        assertThat(row(reference).theirCase()).isEqualTo("MJ/7O1-26");
        assertThat(page(url, "en")).contains(url + "/record-act#their-number", "Correct their number");
        assertThat(page(url + "/record-act", "ar")).contains("id=\"their-number\"", "value=\"MJ/7O1-26\"");

        assertThat(location(post(url + "/record-act/their-number").param("number", " MJ/701-26 ")))
                .isEqualTo(url);
        assertThat(row(reference).theirCase()).isEqualTo("MJ/701-26");
        assertThat(requests.list(
                                new Requests.Filter(
                                        null, null, List.of(), null, null, null, "MJ/701-26", clock.instant()),
                                null,
                                50)
                        .rows())
                .extracting(RequestRow::reference)
                .contains(reference);
        var lines = db.sql("select count(*) from ledger.line where what = 'request.their-number' and subject = :thread")
                .param("thread", row(reference).thread())
                .query(Integer.class);
        assertThat(lines.single()).isEqualTo(1);
        location(post(url + "/record-act/their-number").param("number", "MJ/701-26"));
        assertThat(lines.single()).as("the same again").isEqualTo(1);

        said(url, "report-preserved", "MJ/999");
        assertThat(row(reference).theirCase()).isEqualTo("MJ/701-26");
        assertThat(threads.newest(row(reference).thread()).get(1).body()).containsEntry("letterReference", "MJ/7O1-26");
    }

    @Test
    void only_who_may_write_corrects_it() throws Exception {
        var url = "/requests/" + pastRequest("T-2");
        answered(403, "oversight", post(url + "/record-act/their-number").param("number", "X"));
        answered(
                409,
                "duty-officer",
                post("/requests/" + sent("XB-1", ordinary(), "tolva").reference() + "/record-act/their-number"));
    }

    private RequestRow row(String reference) {
        return requests.find(reference).orElseThrow();
    }

    private void said(String url, String type, String number) throws Exception {
        location(multipart(url + "/record-act")
                .param("type", type)
                .param("once", token())
                .param("cameBy", "bag")
                .param("cameDay", "2026-03-10")
                .param("letterReference", number)
                .param("checked", "yes")
                .param("dataClasses", "traffic")
                .param("kept", "all")
                .param("preservedAt.date", "2026-03-10")
                .param("preservedAt.time", "10:00")
                .param("preservedAt.zone", "Z")
                .param("until.date", "2099-01-01")
                .param("until.time", "12:00")
                .param("until.zone", "Z")
                .param("text", ""));
    }
}
