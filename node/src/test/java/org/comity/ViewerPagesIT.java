package org.comity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence;
import org.comity.evidence.Evidence.Beginning;
import org.comity.evidence.vault.Vault;
import org.comity.proof.age.HybridRecipient;
import org.comity.proof.age.PayloadLayout;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemKey;
import org.comity.proof.item.ItemManifest;
import org.comity.sealing.NodeKeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An item is opened once on record and looked at page by page; what it holds cannot reach the reader's browser. */
class ViewerPagesIT extends PagesOfOneNode {

    private static final String MAIL = """
            From: a@mail.example
            Subject: <script>alert(1)</script>
            Content-Type: text/html

            <p>Pay now</p><script>document.title = 'taken over'</script><img src=x onerror=alert(2)>
            """;

    @Autowired
    private Evidence evidence;

    @Autowired
    private Vault vault;

    @Autowired
    private NodeKeys keys;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Clock clock;

    private String thread;

    @BeforeAll
    void launch() {
        thread = requests.find(sent("XD-1", ordinary(), "tolva").reference())
                .orElseThrow()
                .thread();
    }

    @ParameterizedTest
    @MethodSource("org.comity.StoryIT#wide")
    void a_mail_a_table_a_workbook_a_picture_and_bytes_are_looked_at(String language, int width, boolean script)
            throws Exception {
        try (var chair = chair("custodian", language, width, script)) {
            var mail = matched("notice.eml", MAIL.getBytes(UTF_8));
            open(chair, mail, "viewer-mail");
            assertThat(chair.text())
                    .contains("Pay now", "<script>alert(1)</script>")
                    .doesNotContain("taken over");
            if (script && language.equals("en")) chair.tabsThrough();
            chair.press("nav.views a[href*='as=hex']", "viewer-hex");
            assertThat(chair.text()).contains("000000000000  46 72 6F 6D 3A");
            chair.press("nav.views a[href*='as=text']", "viewer-text");
            assertThat(chair.text()).contains("onerror=alert(2)");
            chair.press("nav.views a[href*='as=image']", "viewer-failed");
            assertThat(chair.has(".note.amber")).isTrue();
            assertThat(chair.text()).as("bytes instead").contains("000000000000  46 72 6F 6D 3A");
            assertThat(views(mail)).as("one entry, however many pages").isEqualTo(1);

            var rows = new StringBuilder("day;amount\n");
            for (int i = 0; i < 130; i++)
                rows.append(i).append(";<b>").append(i * 7).append("\n");
            open(chair, matched("payments.csv", rows.toString().getBytes(UTF_8)), "viewer-table");
            assertThat(chair.text()).contains("<b>7");
            chair.press("a[rel=next]", "viewer-table");
            assertThat(chair.text()).contains("<b>903");
            open(chair, matched("book.xlsx", workbook()), "viewer-sheet");
            chair.press("nav.views a[href*='sheet=1']", "viewer-sheet");
            assertThat(chair.text()).contains("كلمة");
            open(chair, matched("photo.png", photo()), "viewer-picture");
            assertThat(chair.has("img.seen[src^='data:image/png;base64,']")).isTrue();
        }
    }

    @Test
    void the_end_of_ten_gigabytes_is_shown_without_reading_the_rest() throws Exception {
        long size = 10L << 30;
        var id = UUID.randomUUID();
        try (var payload = enormous(id, size, "the very last words");
                var chair = chair("custodian", "en", 1440, true)) {
            open(chair, id, "viewer-enormous");
            assertThat(chair.text()).as("its first chunk was never written").contains("not what was sealed");
            var opened = chair.path();
            chair.open(opened + "?as=hex&at=0x27FFFFFF0", "viewer-hex");
            assertThat(chair.text()).contains("00027FFFFFF0", "ry last words");
            chair.open(opened + "?as=text&at=10737418221", "viewer-text");
            assertThat(chair.text()).contains("the very last words");
            // The node reads an item again in which it could not read something: all of this one, for minutes.
            payload.truncate(0);
        }
    }

    @Test
    void nothing_is_shown_before_it_matched_nor_what_is_only_kept_sealed() throws Exception {
        var sealed = added(new Beginning("early.txt", "text/plain", thread, null), "early words".getBytes(UTF_8));
        answered(409, "custodian", post("/evidence/" + sealed + "/viewing"));
        assertThat(page("custodian", "/evidence/" + sealed, "en")).doesNotContain("/viewing");

        var never = matched("never.jpg", photo());
        evidence.keepSealed(never, official("ferro"));
        answered(409, "custodian", post("/evidence/" + never + "/viewing"));
        assertThat(page("custodian", "/evidence/" + never, "en"))
                .contains("It is never shown on this node.")
                .doesNotContain("/viewing");
        assertThat(views(sealed) + views(never)).isZero();
    }

    @ParameterizedTest
    @MethodSource("org.comity.StoryIT#narrow")
    void what_is_added_on_the_form_of_its_own_is_never_shown(String language, int width, boolean script) {
        var name = "kept-" + language + width + script + ".bin";
        try (var chair = chair("custodian", language, width, script)) {
            chair.open("/evidence/add", "evidence-add");
            chair.press("main a[href*='sealedOnly=true']", "evidence-add-sealed");
            chair.upload("file", name, new byte[] {1, 2, 3});
            chair.press("form[action^='/evidence/add'] button", "evidence-added-sealed");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> evidence.newest(null, true, null, 20).stream()
                            .anyMatch(it -> it.name().equals(name) && it.sealedOnly()));
        }
    }

    @Test
    void an_item_is_open_for_who_opened_it_and_no_longer_when_it_is_marked() throws Exception {
        var item = matched("mine.txt", "my words".getBytes(UTF_8));
        var opened = redirected("custodian", post("/evidence/" + item + "/viewing"));
        assertThat(page("custodian", opened, "en")).contains("my words");
        assertThat(code("lawyer", opened))
                .as("back to the item, to open it oneself")
                .isEqualTo(302);
        assertThat(code("administrator", opened)).isEqualTo(403);
        evidence.keepSealed(item, official("ferro"));
        assertThat(code("custodian", opened)).isEqualTo(409);
    }

    private void open(SeatedChair chair, UUID item, String as) {
        chair.open("/evidence/" + item, "evidence-matched");
        chair.press("form[action$='/viewing'] button", as);
    }

    private long views(UUID item) {
        return evidence.custody(item).stream()
                .map(CustodyEntry::what)
                .filter(Event.VIEWED::equals)
                .count();
    }

    private UUID matched(String name, byte[] plain) throws IOException {
        var id = added(new Beginning(name, "application/octet-stream", thread, null), plain);
        evidence.match(id, official("ferro"));
        return id;
    }

    private UUID added(Beginning what, byte[] plain) throws IOException {
        var id = evidence.begin(what, official("ferro"));
        evidence.add(id, 0, new ByteArrayInputStream(plain));
        evidence.finish(id, null, official("ferro"));
        return id;
    }

    /** A payload of which only the last chunk was ever written: whoever reads another finds it not authentic. */
    private FileChannel enormous(UUID id, long size, String end) throws Exception {
        var key = ItemKey.fresh();
        byte[] header = key.header(HybridRecipient.parse(keys.ageRecipient())).bytes();
        vault.begin(id, Map.of(Digests.sha256(header), header));
        byte[] nonce = PayloadLayout.nonce();
        byte[] last = new byte[PayloadLayout.CHUNK];
        System.arraycopy(end.getBytes(UTF_8), 0, last, last.length - end.length(), end.length());
        byte[] sealed = new byte[PayloadLayout.SEALED_CHUNK];
        long chunk = PayloadLayout.chunks(size) - 1;
        key.cipher(nonce).seal(chunk, true, last, 0, last.length, sealed, 0);
        var payload = vault.payload(id);
        payload.write(ByteBuffer.wrap(nonce), 0);
        payload.write(ByteBuffer.wrap(sealed), PayloadLayout.start(chunk));
        var manifest = new ItemManifest(
                key.commitment(),
                new ItemManifest.Payload("0".repeat(64), PayloadLayout.size(size)),
                new ItemManifest.Plain("0".repeat(64), size),
                List.of(ItemManifest.Recipient.of("XA-1", ItemManifest.Purpose.HOLDER, header)));
        vault.keep(id, manifest.json());
        db.sql("""
                insert into evidence.item (id, name, media_type, thread, state, begun_at, begun_by, manifest)
                values (:id, 'disk.txt', 'text/plain', :thread, 'MATCHED', :at, 'practice', :manifest)
                """)
                .param("id", id)
                .param("thread", thread)
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("manifest", manifest.json())
                .update();
        return payload;
    }

    private static byte[] photo() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static byte[] workbook() throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            book.createSheet("First").createRow(0).createCell(0).setCellValue("text");
            book.createSheet("Second").createRow(0).createCell(0).setCellValue("كلمة");
            book.write(out);
            return out.toByteArray();
        }
    }
}
