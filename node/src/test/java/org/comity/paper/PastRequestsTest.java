package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** Requests of the years before come in from a spreadsheet, once. */
class PastRequestsTest extends PaperPages {

    @Autowired
    private Procedures procedures;

    @Test
    void a_file_with_a_wrong_row_brings_in_nothing_unless_chosen_and_the_same_file_twice_adds_nothing()
            throws Exception {
        var csv = """
                state,direction,channel,day,number,their_case,summary,status,status_day,until
                XD,asked-by-us,bag,2026-01-10,A-1,MJ/1,payment logs,preserved,2026-01-20,2026-12-18
                XD-1,asked-by-them,mail,2026-02-10,A-2,MJ/2,"mail account, one",asked,,
                XB,asked-by-us,mail,2026-02-30,A-3,,has a node,,,
                """;
        var sheet = location(multipart("/paper/import").file(new MockMultipartFile("file", csv.getBytes())));
        assertThat(page(sheet, "en"))
                .contains(
                        "New: 2. Already here: 0. Wrong: 1.",
                        "XB has a node and speaks for itself",
                        "is not a day such as");
        assertThat(page(sheet, "ar")).contains("dir=\"rtl\"");

        long before = count();
        assertThat(body(post(sheet))).contains("Rows are wrong.");
        assertThat(count()).isEqualTo(before);

        location(post(sheet).param("onlyRight", "yes"));
        location(post(sheet).param("onlyRight", "yes"));
        assertThat(count()).isEqualTo(before + 2);
        var again = location(multipart("/paper/import").file(new MockMultipartFile("file", csv.getBytes())));
        assertThat(page(again, "en")).contains("New: 0. Already here: 2. Wrong: 1.");

        var preserved = requests.list(
                        new Requests.Filter(
                                null, null, List.of(), "Preserved", null, null, "payment logs", clock.instant()),
                        null,
                        5)
                .rows();
        assertThat(preserved).hasSize(1);
        assertThat(preserved.getFirst().channel()).isEqualTo(Channel.BAG);
        assertThat(preserved.getFirst().ourRole()).isEqualTo(Role.REQUESTING);
        assertThat(preserved.getFirst().until()).isEqualTo("2026-12-18T23:59:59Z");
        assertThat(preserved.getFirst().openedAt().atOffset(ZoneOffset.UTC).toLocalDate())
                .isEqualTo(LocalDate.of(2026, 1, 10));
    }

    @Test
    void each_procedure_comes_in_under_its_instrument_and_with_the_steps_that_led_to_its_status() throws Exception {
        var header = new String(bytes("/paper/import/columns.csv")).strip();
        assertThat(header).contains("procedure", "instrument", "first_until");
        var csv = """
                state,direction,channel,day,number,our_case,summary,status,status_day,until,procedure,instrument,basis_kind,first_until,done_day
                XD,asked-by-us,bag,2026-01-10,PS-1,past/1,logs one,extended,2026-03-20,2026-12-18,,budapest,,2026-03-31,2026-01-20
                XD,asked-by-them,bag,2026-01-10,PS-2,past/2,logs two,held,2026-03-20,2026-12-18,preservation,,,,2026-01-20
                XD,asked-by-us,bag,2026-01-10,PS-3,past/3,logs three,expired,2026-04-01,2026-03-31,,,,,2026-01-20
                XD,asked-by-us,bag,2026-01-10,PS-4,past/4,logs four,closed,2026-04-01,2026-12-18,,,,,
                XD,asked-by-them,mail,2026-01-10,PS-4,past/5,letters five,closed,2026-04-01,,assistance,Treaty of 3 May 2011,bilateral,,2026-03-01
                XD,asked-by-us,mail,2026-01-10,PS-4,past/6,letters six,accepted,2026-04-01,,assistance,uncc,,,
                """;
        var sheet = location(multipart("/paper/import").file(new MockMultipartFile("file", csv.getBytes())));
        assertThat(page(sheet, "en")).contains("New: 6. Already here: 0. Wrong: 0.", ">held<");
        assertThat(page(sheet, "ar")).doesNotContain("paper.import.");

        location(post(sheet));

        assertThat(state("past/1")).isEqualTo("Preserved");
        assertThat(past("past/1").until()).isEqualTo("2026-12-18T23:59:59Z");
        assertThat(convention("past/1")).isEqualTo("budapest/2");
        assertThat(state("past/2")).isEqualTo("Held");
        assertThat(state("past/3")).isEqualTo("Expired");
        assertThat(state("past/4")).isEqualTo("Released");
        assertThat(state("past/5")).isEqualTo("Closed");
        assertThat(past("past/5").law()).isEqualTo("assistance");
        assertThat(convention("past/5")).isEqualTo("other/1");
        assertThat(state("past/6")).isEqualTo("Accepted");
        for (var each : threads.newest(past("past/2").thread())) {
            assertThat(each.effect()).isEqualTo("effective");
        }
        assertThat(page("/requests/" + past("past/5").reference(), "en")).contains("Treaty of 3 May 2011");
    }

    /** Of each the status with the most steps, once asked by us and once by them; what a row does not say is empty. */
    @Test
    void every_procedure_comes_in_as_far_as_its_file_knows_the_steps() throws Exception {
        var rows = new StringBuilder(
                "state,direction,channel,day,number,our_case,summary,status,status_day,until,procedure,instrument,basis_kind,first_until\n");
        var known = PastSteps.of(procedures);
        var expected = new HashMap<String, Integer>();
        known.byLaw().forEach((law, statuses) -> {
            var longest = statuses.entrySet().stream()
                    .max(Comparator.comparing(it -> it.getValue().size()))
                    .orElseThrow();
            var ours = "every-%s".formatted(law);
            expected.put(ours, longest.getValue().size() + 1);
            rows.append(
                    "XD,%s,bag,2026-01-10,E-%s,%s,what of %s,%s,2026-03-20,2026-03-19,%s,Treaty of 3 May 2011,bilateral,2026-02-01\n"
                            .formatted(
                                    expected.size() % 2 == 0 ? "asked-by-us" : "asked-by-them",
                                    law,
                                    ours,
                                    law,
                                    longest.getKey(),
                                    law));
        });
        assertThat(expected).hasSizeGreaterThan(10);
        var sheet = location(multipart("/paper/import")
                .file(new MockMultipartFile("file", rows.toString().getBytes())));
        assertThat(page(sheet, "en")).contains("New: %d. Already here: 0. Wrong: 0.".formatted(expected.size()));
        assertThat(page(sheet, "ar")).doesNotContain("paper.import.");

        location(post(sheet));

        expected.forEach((ours, acts) -> {
            var request = past(ours);
            assertThat(threads.newest(request.thread()))
                    .as(ours)
                    .hasSize(acts)
                    .allSatisfy(it -> assertThat(it.effect()).isEqualTo("effective"));
            assertThat(threads.opening(request.thread()).orElseThrow().body().toString())
                    .as(ours)
                    .contains("=what of " + request.law())
                    .doesNotContain("documents=what of");
        });
    }

    @Test
    void a_status_or_an_instrument_that_does_not_fit_is_said_in_its_row() throws Exception {
        var csv = """
                state,direction,channel,day,number,summary,status,status_day,until,procedure,instrument,basis_kind,first_until
                XD,asked-by-us,bag,2026-01-10,W-1,a,preserved,2026-03-20,2026-12-18,assistance,uncc,,
                XD,asked-by-us,bag,2026-01-10,W-2,b,extended,2026-03-20,2026-12-18,,,,
                XD,asked-by-us,bag,2026-01-10,W-3,c,extended,2026-03-20,2026-02-18,,,,2026-03-18
                XD,asked-by-us,bag,2026-01-10,W-4,d,asked,,,assistance,Treaty of 3 May 2011,,
                XD,asked-by-us,bag,2026-01-10,W-5,e,asked,,,assistance,untoc,,
                XD,asked-by-us,bag,2026-01-10,W-6,f,asked,,,gift,,,
                XD,asked-by-us,bag,2026-01-10,W-7,g,expired,2026-03-20,2026-12-18,,,,
                """;
        var sheet = location(multipart("/paper/import").file(new MockMultipartFile("file", csv.getBytes())));

        assertThat(page(sheet, "en"))
                .contains(
                        "Wrong: 7.",
                        "status is not one of those allowed.",
                        "first_until is empty.",
                        "first_until does not fit the other days",
                        "basis_kind is empty.",
                        "instrument is not one of those allowed.",
                        "procedure is not one of those allowed.",
                        "status_day does not fit the other days");
    }

    @Test
    void a_day_that_does_not_fit_is_named_by_a_column_of_the_file_and_files_of_before_come_in_as_they_did() {
        var before = "state,direction,channel,day,number,summary,status,status_day,until";
        var now = before + ",done_day";

        assertThat(wrong(before, "XD,asked-by-us,bag,2026-01-10,D-1,a,refused,2026-01-05,"))
                .isEmpty();
        assertThat(wrong(before, "XD,asked-by-us,bag,2026-01-10,D-2,b,closed,2026-01-05,2026-12-18"))
                .containsExactly(new PastRequest.Wrong("order", "status_day"));
        assertThat(wrong(now, "XD,asked-by-us,bag,2026-01-10,D-3,c,closed,2026-03-05,2026-12-18,2026-01-05"))
                .containsExactly(new PastRequest.Wrong("order", "done_day"));
    }

    @Test
    void a_day_on_which_something_happened_has_come_and_is_of_no_other_age() {
        var header = "state,direction,channel,day,number,summary,status,status_day,until,done_day,posted_day";
        var right = "XD,asked-by-us,bag,2026-01-10,F-1,a,closed,2026-03-05,2099-12-18,2026-02-05,2026-01-11";
        assertThat(wrong(header, right)).isEmpty();

        for (var day :
                List.of("2026-01-10 day", "2026-03-05 status_day", "2026-02-05 done_day", "2026-01-11 posted_day")) {
            var at = day.split(" ");
            assertThat(wrong(header, right.replace(at[0], "2099-05-05")))
                    .as(at[1])
                    .contains(new PastRequest.Wrong("future", at[1]));
            assertThat(wrong(header, right.replace(at[0], "1206-05-05")))
                    .as(at[1])
                    .contains(new PastRequest.Wrong("year", at[1]));
        }
    }

    @Test
    void a_row_says_something_for_the_other_state_where_it_asked_or_took_a_step() {
        var header = "state,direction,channel,day,number,summary,status,status_day,until";
        var preservation = procedures.ofLaw("preservation").orElseThrow();

        assertThat(past(header, "XD,asked-by-them,bag,2026-01-10,Y-1,a,,,").saysForThem(preservation))
                .isTrue();
        assertThat(past(header, "XD,asked-by-us,bag,2026-01-10,Y-2,a,preserved,2026-01-12,2099-01-01")
                        .saysForThem(preservation))
                .isTrue();
        assertThat(past(header, "XD,asked-by-us,bag,2026-01-10,Y-3,a,asked,,").saysForThem(preservation))
                .isFalse();
    }

    private List<PastRequest.Wrong> wrong(String header, String row) {
        return past(header, row).wrong(clock);
    }

    private PastRequest past(String header, String row) {
        return PastRequest.of(
                        List.of(List.of(header.split(",")), List.of(row.split(",", -1))), PastSteps.of(procedures))
                .getFirst();
    }

    private RequestRow past(String ourCase) {
        return requests.list(
                        new Requests.Filter(null, null, List.of(), null, null, null, ourCase, clock.instant()), null, 5)
                .rows()
                .getFirst();
    }

    private String state(String ourCase) {
        return past(ourCase).state();
    }

    private String convention(String ourCase) {
        return threads.opening(past(ourCase).thread()).orElseThrow().envelope().convention();
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
        refused(409, multipart("/paper/import").file(new MockMultipartFile("file", new byte[] {(byte) 0xff, (byte) 0xfe
        })));
    }

    private long count() {
        return threads.counts().open() + threads.counts().ended();
    }
}
