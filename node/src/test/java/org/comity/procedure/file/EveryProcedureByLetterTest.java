package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.comity.casework.Correspondence.Format;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.MultiValueMap;

/**
 * Every procedure between two States is played with one that has no node, whoever of the two asks: each act of ours becomes a
 * letter, and each of theirs is written down by an officer on the page for it.
 */
class EveryProcedureByLetterTest extends OfficersByLetter implements TellingStories.Teller {

    /** To play some alone, e.g. {@code -Dstories.only=inquiry/1}. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("stories.only", ""));

    @Autowired
    private TellingStories telling;

    static Stream<Arguments> stories() {
        return TellingStories.fromASide(ONLY, 0);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void it_is_played_to_its_end(StoryOfActs story, Role ours) throws Exception {
        telling.tell(story, ours, () -> preserved(90), this);
    }

    @Override
    public String theyBegin(String procedure, WholeAct act, MultiValueMap<String, String> form) throws Exception {
        var read = redirected(
                "duty-officer",
                post("/paper/new")
                        .param("counterpart", "XD-1")
                        .param("cameBy", "bag")
                        .param("law", procedure.split("/")[0])
                        .param("text", "To whom it may concern."));
        var asked = page("duty-officer", read, "ar");
        assertThat(asked).doesNotContain(procedure.split("/")[0] + ".");
        var done = web.perform(came(post(read), form)
                        .param("checked", "yes")
                        .param("version", "1")
                        .cookie(seat("duty-officer"))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(done.getRedirectedUrl())
                .as("%s", problems(done.getContentAsString()))
                .startsWith("/requests/");
        return done.getRedirectedUrl().replace("/requests/", "");
    }

    @Override
    public void theySay(RequestRow row, String type, MultiValueMap<String, String> form) throws Exception {
        var path = "/requests/" + row.reference() + "/record-act";
        assertThat(page("duty-officer", path + "?type=" + type, "ar"))
                .as(type)
                .doesNotContain(row.law() + ".", "acts.", "paper.said.");
        var done = web.perform(came(
                                post(path)
                                        .param("type", type)
                                        .param("checked", "yes")
                                        .param("once", token()),
                                form)
                        .cookie(seat("duty-officer"))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(done.getRedirectedUrl())
                .as("%s %s", type, problems(done.getContentAsString()))
                .isEqualTo("/requests/" + row.reference());
    }

    private <B extends org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<B>> B came(
            B what, MultiValueMap<String, String> form) {
        form.forEach((key, values) -> what.param(key, values.toArray(String[]::new)));
        return what.param("cameBy", "bag")
                .param(
                        "cameDay",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString())
                .param("letterReference", "MJ/17");
    }

    /** The letter says it in words, and leaves before they can answer it. */
    @Override
    public void weSaid(RequestRow row, String type, String act) throws Exception {
        var letter = correspondence.letter(row.reference(), act, Format.DOCX, official("maren"));
        assertThat(text(letter))
                .as(type)
                .doesNotContainPattern("\\b" + row.law() + "\\.[a-z]")
                .contains(row.reference());
        letters.posts(row.reference());
    }

    /** What the page says is wrong. */
    private static List<String> problems(String page) {
        return Pattern.compile("<li><a href=\"#[^>]*>[^<]*")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String text(byte[] docx) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError(List.of("no document in the letter"));
    }

    @Override
    public String item(RequestRow row) throws Exception {
        return letters.item(row.reference()).toString();
    }
}
