package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A request that leaves the printer says on each page that it is confidential, and which state of the register it shows. */
class PrintedRecordIT extends PagesOfOneNode {

    @Test
    void each_printed_page_bears_the_mark_and_the_head_of_the_register() throws Exception {
        var secret = new HashMap<String, Object>(emergency());
        secret.put("secret", true);
        var confidential = Objects.requireNonNull(sent("XD-1", secret, "maren").reference());
        var open = Objects.requireNonNull(sent("XD-1", emergency(), "maren").reference());
        var thread = requests.find(confidential).orElseThrow().thread();
        var head = threads.head(thread).orElseThrow();
        try (var context = Chromium.context()) {
            var page = context.newPage();
            page.navigate("http://localhost:" + port + "/practice/sit/duty-officer?lang=en");
            for (var path : java.util.List.of("", "/record", "/documents")) {
                page.navigate("http://localhost:" + port + "/requests/" + confidential + path);
                var text = text(page);
                assertThat(text)
                        .allSatisfy(it -> assertThat(it)
                                .as(path)
                                .contains("Practice network: made-up States")
                                .containsPattern("(?m)^Confidential$")
                                .contains("Last entry of the register:")
                                .contains(head));
            }
            var draft = submitted("XD-1", secret);
            page.navigate("http://localhost:" + port + "/drafts/" + draft.id() + "/approve");
            assertThat(text(page)).allSatisfy(it -> assertThat(it).containsPattern("(?m)^Confidential$"));
            page.navigate("http://localhost:" + port + "/requests/" + open);
            assertThat(text(page)).noneMatch(it -> it.matches("(?s).*(^|\\n)Confidential\\n.*"));
        }
    }

    private static java.util.List<String> text(Page page) throws Exception {
        try (var document = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A5")))) {
            var pages = new java.util.ArrayList<String>();
            for (int each = 1; each <= document.getNumberOfPages(); each++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(each);
                stripper.setEndPage(each);
                pages.add(stripper.getText(document));
            }
            return pages;
        }
    }
}
