package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The year's register leaves the printer as the table that it is. */
class PrintedRegisterIT extends PagesOfOneNode {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void the_years_register_prints_as_a_table_on_paper(String language) throws Exception {
        var reference =
                Objects.requireNonNull(sent("XD-1", emergency(), "maren").reference());
        try (var context = Chromium.context(new Browser.NewContextOptions().setViewportSize(1440, 900))) {
            var page = context.newPage();
            page.navigate("http://localhost:" + port + "/practice/sit/duty-officer?lang=" + language);
            page.navigate("http://localhost:" + port + "/reporting/register");
            var paper = page.pdf(new Page.PdfOptions().setFormat("A4"));
            if (Boolean.getBoolean("comity.pictures"))
                Files.write(Path.of("target", "register-" + language + ".pdf"), paper);
            try (var document = Loader.loadPDF(paper)) {
                var stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                var lines = stripper.getText(document).lines().toList();
                assertThat(lines)
                        .as("a request's reference, and State stand in one line")
                        .anyMatch(it -> it.contains(reference) && it.contains("XD-1"));
                for (int each = 1; each <= document.getNumberOfPages(); each++) {
                    stripper.setStartPage(each);
                    stripper.setEndPage(each);
                    assertThat(Normalizer.normalize(stripper.getText(document), Normalizer.Form.NFKC))
                            .as("each page says that it is of practice")
                            .contains(language.equals("ar") ? "قضية حقيقية" : "Practice network");
                }
            }
            page.setViewportSize(718, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertThat(page.locator("thead").first().evaluate("it => getComputedStyle(it).display"))
                    .isEqualTo("table-header-group");
            assertThat(page.locator("tbody td").first().evaluate("it => getComputedStyle(it).display"))
                    .isEqualTo("table-cell");
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(718);
        }
    }
}
