package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comity.casework.Officers;
import org.comity.sealing.letter.ReadCodes;
import org.junit.jupiter.api.Test;

/** Whoever holds a letter finds by its foot where it is checked, with a camera or without. */
class CheckedPaperTest extends Officers {

    @Test
    void the_code_leads_to_the_page_that_checks_and_the_number_to_the_request() throws Exception {
        var sent = sent("XD-1", ordinary(), "okell");
        var reference = Objects.requireNonNull(sent.reference());
        var act = Objects.requireNonNull(sent.act());
        var pdf = web.perform(get("/requests/" + reference + "/letter/letter.pdf?act=" + act)
                        .cookie(seat("duty-officer")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document).replaceAll("\\s", ""))
                        .contains(act, "/verify")
                        .containsAnyOf("PRACTICE", "ENTRAÎNEMENT");
            }
        }
        var address = ReadCodes.of(pdf).getFirst();
        assertThat(address).endsWith("/verify?act=" + act);
        var path = address.substring(address.indexOf("/verify"));
        assertThat(web.perform(get(path)).andReturn().getResponse().getContentAsString())
                .contains(act)
                .contains("/search?q=" + act);
        assertThat(page("duty-officer", "/search?q=" + act, "en")).contains(reference);
        assertThat(web.perform(get("/verify?act=<b>")).andReturn().getResponse().getContentAsString())
                .doesNotContain("/search?q=");
    }
}
