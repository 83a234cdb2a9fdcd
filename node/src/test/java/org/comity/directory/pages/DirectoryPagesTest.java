package org.comity.directory.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.comity.TemporaryFolders;
import org.comity.directory.AnEntry;
import org.comity.directory.Directory;
import org.comity.directory.OurEntry;
import org.comity.directory.PracticeNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of the directory as officials of XA see and use them. */
@SpringBootTest(classes = DirectoryNode.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class DirectoryPagesTest {

    @Autowired
    private MockMvc web;

    @Autowired
    private Directory directory;

    @Autowired
    private OurEntry ours;

    @DynamicPropertySource
    static void network(DynamicPropertyRegistry registry) throws IOException {
        Path home = TemporaryFolders.folder("directory-pages");
        PracticeNetwork.lay(home, 2);
        registry.add("node.keys", () -> home.resolve("xa-1/keys").toString());
        registry.add(
                "node.directory.folder", () -> home.resolve("xa-1/directory").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "/directory",
        "/directory/us",
        "/directory/us?part=authorities",
        "/directory/us?part=languages",
        "/directory/us?part=reservations",
        "/directory/us?part=provisions",
        "/directory/us?part=versions",
        "/directory/us/edit",
        "/directory/XB-1",
        "/directory/XD-1",
        "/directory/record",
        "/directory/record?id=XD-1"
    })
    void each_page_is_whole_in_both_languages(String path) throws Exception {
        for (var language : new String[] {"en", "ar"}) {
            var page = page(path + (path.contains("?") ? "&" : "?") + "lang=" + language, "duty-officer");
            assertThat(page).contains("<main").doesNotContain("directory.").doesNotContain("style=");
        }
    }

    @Test
    void the_list_follows_the_readers_alphabet_and_ranks_nobody() throws Exception {
        var english = page("/directory?lang=en", "duty-officer");
        var arabic = page("/directory?lang=ar", "duty-officer");

        assertThat(english).containsSubsequence("Aldoria", "Belmora", "Dorvane").contains("no node");
        assertThat(arabic).containsSubsequence("ألدوريا", "بلمورا", "دورفان");
        assertThat(english).doesNotContain("Grace").doesNotContain("Lapsed");
    }

    @Test
    void a_counterparts_entry_shows_what_its_law_needs_in_its_own_words() throws Exception {
        assertThat(page("/directory/XB-1?lang=en", "duty-officer"))
                .contains("the contact point may ask the provider")
                .contains("Cybercrime Act s. 9")
                .contains("+999 7 555 0142")
                .contains("Highest marking", "holds up to", "above it, phone")
                .contains("We have not rung this number yet")
                .as("an article of a treaty stands behind what it is for, in words")
                .contains("Legal assistance: ")
                .doesNotContain(">assistance:");
        assertThat(page("/directory/us/edit?lang=en", "duty-officer"))
                .contains("Article for: Preservation")
                .doesNotContain("Article for: preservation");
        assertThat(page("/directory/XD-1?lang=en", "duty-officer")).contains("Recorded by us");
        web.perform(get("/directory/XZ-9").cookie(seat("duty-officer"))).andExpect(status().isNotFound());
    }

    @Test
    void a_phone_that_was_rung_is_said_to_be_tested() throws Exception {
        var rung = post("/directory/XD-1/phone-tested")
                .param("phone", directory.get("XD-1").phone());
        assertThat(page("/directory/XD-1?lang=en", "duty-officer")).contains("name=\"phone\" value=\"+");
        act(rung, "duty-officer");

        assertThat(page("/directory/XD-1?lang=en", "duty-officer")).contains("We rang it and it was answered");
    }

    @Test
    void a_new_version_of_our_entry_needs_another_officer() throws Exception {
        long before = directory.self().version();
        var form = typed(Map.of("hours", "8 to 20"));

        act(form, "lawyer");
        var waiting = page("/directory/us?lang=en", "lawyer");
        assertThat(waiting)
                .contains("8 to 20", "You wrote it", "<td data-l=\"Field\">Hours</td>")
                .doesNotContain("profile.", "signedAt", "previous");
        var hash = page("/directory/us?lang=en", "second-officer")
                .replaceAll("(?s).*name=\"hash\" value=\"([0-9a-f]{64})\".*", "$1");
        web.perform(post("/directory/us/approve")
                        .param("hash", hash)
                        .param("method", "practice")
                        .with(csrf())
                        .cookie(seat("lawyer")))
                .andExpect(status().isConflict());
        refusedBare(post("/directory/us/approve").param("hash", hash));
        assertThat(directory.self().version()).isEqualTo(before);

        act(post("/directory/us/approve").param("hash", hash).param("method", "practice"), "second-officer");
        assertThat(directory.self().version()).isEqualTo(before + 1);
        assertThat(directory.self().hours()).isEqualTo("8 to 20");
        var versions = page("/directory/us?part=versions&lang=en", "lawyer");
        assertThat(versions).contains("in force").contains("before");
    }

    @Test
    void a_form_of_before_neither_undoes_a_version_nor_replaces_a_draft_that_was_not_on_it() throws Exception {
        var ofBefore = typed(Map.of("hours", "never"));
        act(typed(Map.of("hours", "9 to 21")), "lawyer");
        var waits = ours.waiting().orElseThrow();

        assertThat(conflict(ofBefore)).contains("another draft was submitted", "value=\"never\"", "A draft waits");
        assertThat(ours.waiting().orElseThrow().entry().hash())
                .isEqualTo(waits.entry().hash());

        var beforeItCame = typed(Map.of("hours", "never"));
        act(
                post("/directory/us/approve")
                        .param("hash", waits.entry().hash())
                        .param("method", "practice"),
                "second-officer");
        assertThat(conflict(beforeItCame)).contains("another version came into force", "value=\"never\"");
        assertThat(ours.waiting()).isEmpty();
    }

    private String conflict(MockHttpServletRequestBuilder form) throws Exception {
        return web.perform(form.param("lang", "en").with(csrf()).cookie(seat("duty-officer")))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** Dari: an official language that Java has no name for. */
    @Test
    void an_official_language_of_three_letters_is_taken() throws Exception {
        var answer = web.perform(typed(Map.of("languages", "en prs", "hours", "x".repeat(3_000)))
                        .param("lang", "en")
                        .with(csrf())
                        .cookie(seat("lawyer")))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("id=\"f-hours-problem\"")
                .doesNotContain("is the code of no language");
    }

    @ParameterizedTest
    @CsvSource({"en fr ar fr,fr stands here twice", "en zz qq,zz is the code of no language"})
    void languages_of_our_entry_are_known_and_stand_there_once(String typed, String says) throws Exception {
        var answer = web.perform(typed(Map.of("languages", typed))
                        .param("lang", "en")
                        .with(csrf())
                        .cookie(seat("lawyer")))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains(says);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "---", "555 0142"})
    void our_duty_phone_is_one_that_another_state_can_dial(String phone) throws Exception {
        var answer = web.perform(typed(Map.of("phone", phone))
                        .param("lang", "en")
                        .with(csrf())
                        .cookie(seat("lawyer")))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("value=\"" + phone + "\"", "f-phone-problem", "With the country code: +999");
    }

    @Test
    void what_cannot_be_read_comes_back_as_it_was_typed() throws Exception {
        var answer = web.perform(typed(Map.of("phone", "ring the bell", "hours", "always open"))
                        .param("lang", "en")
                        .with(csrf())
                        .cookie(seat("lawyer")))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse();

        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("ring the bell")
                .contains("always open")
                .contains("country code");
    }

    @Test
    void a_reservation_is_written_with_its_article_and_waits_for_another_officer() throws Exception {
        var row = Map.of(
                "statement.1.instrument", "budapest",
                "statement.1.kind", "declaration",
                "statement.1.article", "27(66)",
                "statement.1.date", "2020-02-01",
                "statement.1.text", "Requests in English, please.");
        var wrong = web.perform(typed(row).param("lang", "en").with(csrf()).cookie(seat("duty-officer")))
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(wrong).contains("f-statement-1-article-problem", "Requests in English, please.");

        var more = web.perform(typed(row)
                        .param("more", "statements")
                        .param("lang", "en")
                        .with(csrf())
                        .cookie(seat("duty-officer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(more).contains("statement.2.article", "Requests in English, please.");

        var right = new java.util.TreeMap<>(row);
        right.put("statement.1.article", "27");
        act(typed(right), "duty-officer");
        assertThat(page("/directory/us?lang=en", "second-officer"))
                .contains("profile.treaties.budapest.statements.1.article", "Requests in English, please.");
        web.perform(post("/directory/us/discard")
                        .param("hash", "0".repeat(64))
                        .with(csrf())
                        .cookie(seat("duty-officer")))
                .andExpect(status().isConflict());
        var waits = ours.waiting().orElseThrow().entry().hash();
        act(post("/directory/us/discard").param("hash", waits), "duty-officer");
    }

    @Test
    void an_entry_brought_by_hand_waits_for_two_officers() throws Exception {
        var stranger =
                AnEntry.anEntry().of("XE-1").inNetwork(directory.network()).signed();
        var file = new MockMultipartFile("file", "XE-1.json", "application/json", stranger.json());
        web.perform(multipart("/directory/bring").file(file).with(csrf()).cookie(seat("duty-officer")))
                .andExpect(redirectedUrl("/directory/XE-1"));
        var version = "/directory/XE-1/versions/" + stranger.entry().hash();
        assertThat(page(version + "?lang=en", "duty-officer")).contains("A participant that we do not know yet");

        act(post(version + "/accept").param("method", "practice"), "duty-officer");
        assertThat(directory.find("XE-1")).isEmpty();
        refusedBare(post(version + "/accept"));
        assertThat(directory.find("XE-1")).isEmpty();
        act(post(version + "/accept").param("method", "practice"), "second-officer");

        assertThat(directory.find("XE-1")).isPresent();
        assertThat(page("/directory/XE-1?lang=en", "duty-officer")).contains("Keep this entry for 90 days");
        var until = directory.get("XE-1").validUntil();
        act(post("/directory/XE-1/keep").param("method", "practice"), "duty-officer");
        refusedBare(post("/directory/XE-1/keep"));
        web.perform(multipart("/directory/bring").file(file).with(csrf()).cookie(seat("second-officer")))
                .andExpect(redirectedUrl("/directory/XE-1"));
        assertThat(directory.get("XE-1").validUntil()).isEqualTo(until);
        act(post("/directory/XE-1/keep").param("method", "practice"), "second-officer");
        assertThat(directory.get("XE-1").validUntil()).isAfter(until);
        var bytes = web.perform(get(version + "/entry.json").cookie(seat("duty-officer")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(bytes).isEqualTo(stranger.json());
    }

    /** A second officer's browser that was left open is not the second officer. */
    private void refusedBare(MockHttpServletRequestBuilder press) throws Exception {
        web.perform(press.with(csrf()).cookie(seat("second-officer"))).andExpect(status().isConflict());
    }

    @Test
    void a_counterpart_without_a_node_is_written_down_by_us() throws Exception {
        var form = post("/directory/record?lang=en")
                .param("id", "XF-Court2")
                .param("name", "Fenora")
                .param("capital", "Quorra")
                .param("zone", "+04:00")
                .param("authority", "Contact Point of Fenora")
                .param("languages", "en")
                .param("traffic", "a letter with each time and its zone");
        act(form, "duty-officer");

        assertThat(directory.get("XF-Court2").hasNode()).isFalse();
        assertThat(page("/directory/XF-Court2?lang=en", "duty-officer"))
                .contains("Recorded by us")
                .contains("a letter with each time and its zone");
        web.perform(form).andExpect(status().isConflict());
        assertThat(page("/directory/record?lang=en&id=XF-Court2", "duty-officer"))
                .contains("name=\"seen\" value=\"1\"");
        act(form.param("known", "true").param("seen", "1").param("phone", "+999 4 555 0100"), "duty-officer");
        var late = web.perform(form).andExpect(status().isConflict()).andReturn();
        assertThat(late.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                .contains("a colleague changed what is recorded", "name=\"seen\" value=\"2\"");
        web.perform(post("/directory/record").param("id", "Fenora").with(csrf()).cookie(seat("duty-officer")))
                .andExpect(status().is(422));
    }

    @Test
    void oversight_reads_and_decides_nothing() throws Exception {
        assertThat(page("/directory?lang=en", "oversight")).contains("Belmora");
        web.perform(typed(Map.of()).with(csrf()).cookie(seat("oversight"))).andExpect(status().is4xxClientError());
    }

    private MockHttpServletRequestBuilder typed(Map<String, String> changes) {
        var typed = new java.util.TreeMap<>(EntryForm.of(directory.self()).typed());
        typed.putAll(changes);
        var request = post("/directory/us/edit").param("seen", ours.seen());
        typed.forEach(request::param);
        return request;
    }

    private void act(MockHttpServletRequestBuilder request, String chair) throws Exception {
        web.perform(request.with(csrf()).cookie(seat(chair))).andExpect(status().is3xxRedirection());
    }

    private String page(String path, String chair) throws Exception {
        return web.perform(get(path).cookie(seat(chair)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private Cookie seat(String chair) throws Exception {
        return web.perform(post("/practice/sit/" + chair).with(csrf()))
                .andExpect(redirectedUrl("/desk"))
                .andReturn()
                .getResponse()
                .getCookie("comity-XA-1");
    }
}
