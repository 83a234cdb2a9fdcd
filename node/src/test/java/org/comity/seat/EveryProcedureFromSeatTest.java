package org.comity.seat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.assistance.ByLetter;
import org.comity.evidence.Item;
import org.comity.evidence.ItemsFromSeats;
import org.comity.evidence.ItemsFromSeats.Hand;
import org.comity.identity.SoftPasskey;
import org.comity.procedure.RequestRow;
import org.comity.procedure.file.StoryOfActs;
import org.comity.procedure.file.TellingStories;
import org.comity.procedure.file.WholeAct;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.MultiValueMap;

/**
 * Every procedure between two States is played with an authority that has no node but a seat on ours, whoever of the two asks:
 * what it says it says on its own pages with its passkeys, and what it asks first came by letter.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryProcedureFromSeatTest extends PersonInASeat implements TellingStories.Teller {

    /** To play some alone, e.g. {@code -Dstories.only=inquiry/1}. */
    private static final Pattern ONLY = Pattern.compile(System.getProperty("stories.only", ""));

    @Autowired
    private TellingStories telling;

    @Autowired
    private ByLetter letters;

    @Autowired
    private ItemsFromSeats items;

    private final SoftPasskey[] keys = new SoftPasskey[2];
    private final Cookie[] cookies = new Cookie[2];

    static Stream<Arguments> stories() {
        return TellingStories.fromASide(ONLY, 1);
    }

    /** Its seats are there for all stories. */
    @Override
    void end() {}

    @AfterAll
    void endAll() {
        super.end();
    }

    @BeforeAll
    void two_persons_sit_there() throws Exception {
        for (int n = 0; n < 2; n++) {
            passkey = new SoftPasskey();
            confirmed();
            keys[n] = passkey;
            cookies[n] = cookie;
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void it_is_played_to_its_end(StoryOfActs story, Role ours) throws Exception {
        telling.tell(story, ours, () -> preserved(90), this);
    }

    @Override
    public String theyBegin(String procedure, WholeAct act, MultiValueMap<String, String> form) {
        return letters.opens(procedure, "XD-1", act.body());
    }

    @Override
    public void theySay(RequestRow row, String type, MultiValueMap<String, String> form) throws Exception {
        sits(0);
        var path = "/seat/threads/" + row.thread() + "/" + type;
        var page = seen(path);
        assertThat(page.getStatus()).as(type).isEqualTo(200);
        assertThat(page.getContentAsString()).doesNotContain(row.law() + ".");
        var post = post(path);
        // What our own officers hold is not theirs to hand over: they bring a file of theirs.
        if (page.getContentAsString().contains("/seat/files?thread="))
            form.set("items", handed(row).toString());
        form.forEach((key, values) -> post.param(key, values.toArray(String[]::new)));
        var written = said(post);
        assertThat(written.getRedirectedUrl())
                .as("%s %s", type, problems(written.getContentAsString()))
                .startsWith("/seat/acts/");
        var preview = written.getRedirectedUrl();
        boolean both = seen(preview).getContentAsString().contains("of 2 officers");
        assertThat(approved(preview).getStatus()).isEqualTo(302);
        if (both) {
            sits(1);
            assertThat(approved(preview).getStatus()).isEqualTo(302);
        }
        assertThat(threads.act(act(preview)).orElseThrow().effect()).as(type).isEqualTo("effective");
    }

    private UUID handed(RequestRow row) throws Exception {
        var file = added(row.thread(), "mailbox.mbox", "From nobody".getBytes(UTF_8));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !items.waiting(new Hand(row.thread(), "XD-1", official("ferro"))).stream()
                        .filter(it -> it.id().equals(file) && it.state() == Item.State.MATCHED)
                        .toList()
                        .isEmpty());
        return file;
    }

    private void sits(int n) {
        passkey = keys[n];
        cookie = cookies[n];
    }

    /** They read it at their seat at once. */
    @Override
    public void weSaid(RequestRow row, String type, String act) throws Exception {
        sits(1);
        var page = seen("/seat/threads/" + row.thread());
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).as(type).doesNotContain(row.law() + ".");
    }

    @Override
    public String item(RequestRow row) throws Exception {
        return letters.item(row.reference()).toString();
    }

    /** What the page says is wrong. */
    private static List<String> problems(String page) {
        return Pattern.compile("<li><a href=\"#[^>]*>[^<]*")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
