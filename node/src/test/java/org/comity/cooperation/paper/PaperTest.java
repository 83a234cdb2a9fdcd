package org.comity.cooperation.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.comity.NodeApplication;
import org.comity.cooperation.Drafts;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.Requests;
import org.comity.identity.Officials;
import org.comity.thread.Threads;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What goes to a State without a node, and what comes from it, in the browser and in the database. */
@SpringBootTest(classes = NodeApplication.class)
@AutoConfigureMockMvc
class PaperTest {

    private static final String MAIL = """
            From: greffe@xd.example
            Date: Mon, 9 Mar 2026 10:00:00 +0100
            Subject: Preservation

            Our reference: MJ/771-26
            Please preserve data of lena@mail.example and 192.0.2.7 2026-03-01 10:15:00 +01:00
            from 1 Feb 2026 to 5 Mar 2026 for 90 days. This request is confidential.
            """;

    @DynamicPropertySource
    static void node(DynamicPropertyRegistry properties) {
        PaperNode.lay(properties);
    }

    @Autowired
    MockMvc web;

    @Autowired
    Requests requests;

    @Autowired
    Threads threads;

    @Autowired
    Drafts drafts;

    @Autowired
    Officials officials;

    @Autowired
    Clock clock;

    private Cookie[] seat;

    @BeforeEach
    void sits_down_as_duty_officer() throws Exception {
        seat = sit("duty-officer");
    }

    @Test
    void a_pasted_mail_is_read_checked_and_recorded_once() throws Exception {
        var draft = read(MAIL);

        assertThat(page(draft, "en"))
                .contains("value=\"MJ/771-26\"", "value=\"2026-02-01\"", "value=\"2026-03-05\"", "value=\"2026-03-09\"")
                .contains("lena@mail.example", "192.0.2.7 2026-03-01 10:15:00 +01:00", "Read by a machine");
        assertThat(page(draft, "ar")).contains("dir=\"rtl\"", "قرأته آلة");

        var form = post(draft)
                .param("then", "record")
                .param("cameBy", "mail")
                .param("cameDay", "2026-03-09")
                .param("letterReference", "MJ/771-26")
                .param("authority", "Ministry of Justice of Dorvane")
                .param("ourCase", "MJ/771-26")
                .param("facts", "Please preserve")
                .param("identifiers", "lena@mail.example");
        assertThat(body(form)).contains("Compare it with the original first", "Ministry of Justice of Dorvane");

        var done = location(form.param("checked", "yes"));
        assertThat(location(form)).isEqualTo(done);

        var row = row(done);
        assertThat(row.channel()).isEqualTo(Channel.MAIL);
        assertThat(row.ourRole()).isEqualTo(Role.REQUESTED);
        assertThat(row.theirCase()).isEqualTo("MJ/771-26");
        assertThat(threads.acts(row.thread())).hasSize(1);
        assertThat(threads.acts(row.thread()).getFirst().envelope().attachments()).hasSize(1);
        assertThat(page(done, "en")).contains("recorded by us");
    }

    @Test
    void nothing_is_read_from_nobody_or_a_state_with_a_node() throws Exception {
        var sent = multipart("/paper/new").param("counterpart", "XB-1").param("cameBy", "mail").param("text", "typed words");

        assertThat(body(sent)).contains("Choose a State without a node.", "typed words");
    }

    @Test
    void what_came_is_recorded_as_the_others_step_and_a_double_press_makes_one_act() throws Exception {
        var reference = pastRequest("N-1");
        var url = "/requests/" + reference + "/record-act";
        assertThat(page(url, "en")).contains("Received the request", "Reports the data as preserved");
        assertThat(page(url + "?type=report-preserved", "ar")).contains("dir=\"rtl\"", "name=\"until.date\"");

        var lacking = multipart(url).param("type", "acknowledge").param("once", token()).param("text", "we have it");
        assertThat(body(lacking)).contains("This is needed.", "we have it");

        var scan = new MockMultipartFile("scan", "any name.exe", "x/y", "%PDF-1.7 scan".getBytes());
        var came = multipart(url)
                .file(scan)
                .param("type", "acknowledge")
                .param("once", token())
                .param("cameBy", "phone")
                .param("cameDay", "2026-03-10")
                .param("letterReference", "MJ/5521-26")
                .param("text", "");
        location(came);
        location(came);

        var row = requests.find(reference).orElseThrow();
        var acts = threads.acts(row.thread());
        assertThat(acts).hasSize(2);
        assertThat(acts.getLast().envelope().facts()).containsEntry("recorded", "phone");
        assertThat(acts.getLast().envelope().role()).isEqualTo("requested");
        assertThat(acts.getLast().envelope().attachments().getFirst().name()).isEqualTo("scan.pdf");
        assertThat(row.state()).isEqualTo("Received");
        assertThat(page("/requests/" + reference, "en")).contains("recorded by us", "Phone");
        assertThat(threads.foldsAgain(row.thread())).isTrue();
    }

    @Test
    void a_step_that_would_have_no_effect_or_a_file_that_is_no_scan_is_refused_and_nothing_is_kept() throws Exception {
        var reference = pastRequest("N-2");
        var url = "/requests/" + reference + "/record-act";
        var thread = requests.find(reference).orElseThrow().thread();

        refused(409, multipart(url).param("type", "release").param("once", token()).param("cameBy", "mail").param("cameDay", "2026-03-10"));
        assertThat(body(multipart(url)
                        .file(new MockMultipartFile("scan", "x.pdf", "application/pdf", "MZ".getBytes()))
                        .param("type", "acknowledge").param("once", token()).param("cameBy", "mail").param("cameDay", "2026-03-10")))
                .contains("This is not a file that can be read here.", "value=\"2026-03-10\"");

        assertThat(threads.acts(thread)).hasSize(1);
    }

    @Test
    void the_letters_way_is_written_down_once() throws Exception {
        var reference = pastRequest("N-3");
        var url = "/requests/" + reference + "/letter";
        var sent = post(url + "/sent").param("what", "reminder").param("cameBy", "bag").param("letterReference", "118/2026");
        assertThat(body(sent)).contains("This is needed.", "118/2026");

        location(sent.param("cameDay", "2026-03-13"));
        location(sent);

        assertThat(Pattern.compile("Reminder sent by bag").matcher(page(url, "en")).results()).hasSize(1);
        assertThat(page(url, "ar")).contains("dir=\"rtl\"", "118/2026");
        assertThat(bytes(url + "/reminder.pdf")).startsWith("%PDF".getBytes());
        assertThat(bytes(url + "/reminder.docx")).startsWith("PK".getBytes());
    }

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

    @Test
    void the_tray_writes_an_answer_to_paste_and_a_scan() throws Exception {
        var reference = pastRequest("N-4");

        assertThat(page("/practice/tray/XD-1", "en")).contains(reference);
        assertThat(page("/practice/tray?answer=acknowledge&words=Thank%20you&reference=" + reference, "en"))
                .contains("Your reference: " + reference, "Received the request. Thank you");
        assertThat(bytes("/practice/tray/scan.pdf?answer=ask&reference=" + reference)).startsWith("%PDF".getBytes());
    }

    @Test
    void our_request_goes_out_as_a_finished_letter_in_two_languages_and_the_list_shows_its_channel() throws Exception {
        var maren = officials.find("maren").orElseThrow();
        Map<String, Object> body = Map.of(
                "instrument", "uncc",
                "authority", "Cyber Unit",
                "emergency", true,
                "emergencyReason", "a child is missing",
                "daysAsked", 60,
                "identifiers", List.of(Map.of("kind", "mail", "value", "a@mail.example", "time", "", "zone", "")));
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, body, maren);
        assertThat(page("/drafts/" + draft.id() + "/preview", "en")).contains("How the letter goes");

        location(post("/drafts/" + draft.id() + "/submit").param("version", "1").param("channel", "bag"));
        var thread = location(post("/drafts/" + draft.id() + "/approve").param("method", "practice"));

        var row = row(thread);
        var act = threads.acts(row.thread()).getFirst();
        assertThat(row.channel()).isEqualTo(Channel.BAG);
        assertThat(row.state()).isEqualTo("Requested");
        assertThat(act.envelope().facts()).containsEntry("channel", "bag").doesNotContainKey("recorded");
        assertThat(page(thread, "en")).contains(thread + "/letter", thread + "/record-act").doesNotContain("recorded by us</span>");
        assertThat(page(thread + "/letter", "en")).contains("English", "العربية", "letter.pdf?act=" + act.id());
        assertThat(bytes(thread + "/letter/letter.pdf?act=" + act.id())).startsWith("%PDF".getBytes());
        assertThat(bytes(thread + "/letter/letter.docx?act=" + act.id())).startsWith("PK".getBytes());
    }

    @Test
    void only_the_desk_records() throws Exception {
        seat = sit("oversight");

        web.perform(get("/paper/new").cookie(seat)).andExpect(status().isForbidden());
        web.perform(get("/paper/import").cookie(seat)).andExpect(status().isForbidden());
    }

    private String pastRequest(String number) throws Exception {
        var csv = "state,direction,channel,day,number,summary\nXD,asked-by-us,bag,2026-03-01,%s,logs %s\n".formatted(number, number);
        var sheet = location(multipart("/paper/import").file(new MockMultipartFile("file", csv.getBytes())));
        location(post(sheet));
        return requests.list(new Requests.Filter(null, null, List.of(), null, null, null, "logs " + number, clock.instant()), null, 1)
                .rows()
                .getFirst()
                .reference();
    }

    private long count() {
        return threads.counts().open() + threads.counts().ended();
    }

    private String read(String text) throws Exception {
        return location(multipart("/paper/new").param("counterpart", "XD-1").param("cameBy", "mail").param("text", text));
    }

    private RequestRow row(String path) {
        return requests.find(path.substring("/requests/".length())).orElseThrow();
    }

    private Cookie[] sit(String chair) throws Exception {
        return web.perform(get("/practice/sit/" + chair).header("Sec-Fetch-Site", "same-site"))
                .andExpect(redirectedUrlPattern("/desk*"))
                .andReturn()
                .getResponse()
                .getCookies();
    }

    private String location(AbstractMockHttpServletRequestBuilder<?> what) throws Exception {
        var response = web.perform(what.cookie(seat).with(csrf())).andExpect(status().is3xxRedirection()).andReturn().getResponse();
        return response.getRedirectedUrl();
    }

    private String body(AbstractMockHttpServletRequestBuilder<?> what) throws Exception {
        return web.perform(what.cookie(seat).with(csrf())).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    private void refused(int code, AbstractMockHttpServletRequestBuilder<?> what) throws Exception {
        web.perform(what.cookie(seat).with(csrf())).andExpect(status().is(code));
    }

    private String page(String path, String language) throws Exception {
        var response = web.perform(get(java.net.URI.create(path)).cookie(seat).cookie(new Cookie("lang", language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        return response.getContentAsString();
    }

    private byte[] bytes(String path) throws Exception {
        return web.perform(get(java.net.URI.create(path)).cookie(seat)).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }
}
