package org.comity.cooperation.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.comity.cooperation.Requests;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

/** Requests of the years before come in from a spreadsheet, once. */
class PastRequestsTest extends PaperPages {

    @Test
    void a_file_with_a_wrong_row_brings_in_nothing_unless_chosen_and_the_same_file_twice_adds_nothing() throws Exception {
        var csv = """
                state,direction,channel,day,number,their_case,summary,status,status_day,until
                XD,asked-by-us,bag,2026-01-10,A-1,MJ/1,payment logs,preserved,2026-01-20,2026-12-18
                XD-1,asked-by-them,mail,2026-02-10,A-2,MJ/2,"mail account, one",asked,,
                XB,asked-by-us,mail,2026-02-30,A-3,,has a node,,,
                """;
        var sheet = location(multipart("/paper/import").file(new MockMultipartFile("file", csv.getBytes())));
        assertThat(page(sheet, "en"))
                .contains("New: 2. Already here: 0. Wrong: 1.", "XB: no such State without a node.", "is not a day such as");
        assertThat(page(sheet, "ar")).contains("dir=\"rtl\"");

        long before = count();
        assertThat(body(post(sheet))).contains("Rows are wrong.");
        assertThat(count()).isEqualTo(before);

        location(post(sheet).param("onlyRight", "yes"));
        location(post(sheet).param("onlyRight", "yes"));
        assertThat(count()).isEqualTo(before + 2);
        var again = location(multipart("/paper/import").file(new MockMultipartFile("file", csv.getBytes())));
        assertThat(page(again, "en")).contains("New: 0. Already here: 2. Wrong: 1.");

        var preserved = requests.list(new Requests.Filter(null, null, List.of(), "Preserved", null, null, "payment logs", clock.instant()), null, 5).rows();
        assertThat(preserved).hasSize(1);
        assertThat(preserved.getFirst().channel()).isEqualTo(Channel.BAG);
        assertThat(preserved.getFirst().ourRole()).isEqualTo(Role.REQUESTING);
        assertThat(preserved.getFirst().until()).isEqualTo("2026-12-18T23:59:59Z");
        assertThat(preserved.getFirst().openedAt().atOffset(ZoneOffset.UTC).toLocalDate()).isEqualTo(LocalDate.of(2026, 1, 10));
    }

    @Test
    void the_same_is_read_from_a_workbook_and_what_is_no_sheet_is_refused() throws Exception {
        var file = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var rows = book.createSheet();
            String[][] cells = {
                {"state", "direction", "channel", "day", "number", "summary"},
                {"XD", "asked-by-us", "hand", "2026-03-01", "W-1", "wallet"}
            };
            for (int i = 0; i < cells.length; i++) {
                var row = rows.createRow(i);
                for (int j = 0; j < cells[i].length; j++) row.createCell(j).setCellValue(cells[i][j]);
            }
            book.write(file);
        }
        var sheet = location(multipart("/paper/import").file(new MockMultipartFile("file", file.toByteArray())));

        assertThat(page(sheet, "en")).contains("New: 1. Already here: 0. Wrong: 0.");
        refused(409, multipart("/paper/import").file(new MockMultipartFile("file", new byte[] {'P', 'K', 3, 4, 0})));
        refused(409, multipart("/paper/import").file(new MockMultipartFile("file", new byte[] {(byte) 0xff, (byte) 0xfe})));
    }

    private long count() {
        return threads.counts().open() + threads.counts().ended();
    }
}
