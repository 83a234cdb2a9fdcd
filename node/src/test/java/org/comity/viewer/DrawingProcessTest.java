package org.comity.viewer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.comity.sealing.Tool;
import org.comity.viewer.ShownPart.Field;
import org.comity.viewer.ShownPart.Row;
import org.comity.viewer.ShownPart.Text;
import org.comity.viewer.ViewerSandbox.Kind;
import org.comity.viewer.ViewerSettings.Isolation;
import org.comity.viewer.child.DrawnHere;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

@Tag("long")
class DrawingProcessTest {

    @TempDir
    static Path folder;

    private final ViewerSandbox walls = walls();
    private final DrawingProcess drawing = new DrawingProcess(walls, settings(Duration.ofSeconds(60)));

    @Test
    void text_is_shown_and_cannot_steer_the_page() throws IOException {
        var shown = draw(ViewerKind.TEXT, "one\r\ntwo \u202Eevil\u0007 <script>alert(1)</script> شيء");
        assertThat(shown.failed()).isNull();
        assertThat(shown.texts())
                .containsExactly(new Text("one\ntwo [U+202E]evil\uFFFD <script>alert(1)</script> شيء"));
        assertThat(here(ViewerKind.TEXT, 0, new byte[] {'a', (byte) 0xE9, 'b', 'c', 'd', 'e'})
                        .has("charset-guessed"))
                .isTrue();
        // A part of a longer text begins and ends within a character.
        byte[] part = "éaé".getBytes(UTF_8);
        assertThat(here(ViewerKind.TEXT, 0, java.util.Arrays.copyOfRange(part, 1, 4))
                        .texts())
                .containsExactly(new Text("a"));
    }

    @Test
    void a_table_is_read_page_by_page_by_whatever_divides_its_cells() throws IOException {
        var csv = new StringBuilder("a;b\n\"x;1\n2\";<b>\n");
        for (int i = 0; i < 150; i++) csv.append(i).append(";z\n");
        var first = draw(ViewerKind.TABLE, csv.toString());
        assertThat(first.rows()).hasSize(100).startsWith(new Row(List.of("a", "b")), new Row(List.of("x;1 2", "<b>")));
        assertThat(first.has("more")).isTrue();
        var second = here(ViewerKind.TABLE, 1, csv.toString().getBytes(UTF_8));
        assertThat(second.rows()).hasSize(52).startsWith(new Row(List.of("98", "z")));
        assertThat(second.has("more")).isFalse();
    }

    @Test
    void a_sheet_shows_what_was_last_reckoned_and_reckons_nothing() throws IOException {
        var shown = drawing.draw(ViewerKind.SHEET, 0, 1, in(workbook()));
        assertThat(shown.failed()).isNull();
        assertThat(shown.sheets()).containsExactly("First", "Second");
        assertThat(shown.rows()).containsExactly(new Row(List.of("", "7.5")), new Row(List.of("كلمة")));
    }

    @Test
    void a_mail_is_shown_in_words_and_nothing_of_its_markup_is_left() throws IOException {
        var shown = draw(ViewerKind.MAIL, """
                From: =?UTF-8?Q?J=C3=A9?= <je@mail.example>
                To: b@mail.example
                Subject: Bank notice
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/html; charset=utf-8

                <html><body><script>alert('x')</script><style>p{}</style><p onclick="x()">Pay &lt;now&gt;</p><img src="http://tracker.example/p.png"></body></html>
                --b
                Content-Type: application/octet-stream; name="../../etc/notes.exe"
                Content-Disposition: attachment; filename="../../etc/notes.exe"

                MZ
                --b--
                """.replace("\n", "\r\n"));
        assertThat(shown.failed()).isNull();
        assertThat(shown.fields())
                .contains(new Field("From", "Jé <je@mail.example>"), new Field("Subject", "Bank notice"))
                .contains(new Field("Attachment", "../../etc/notes.exe (application/octet-stream)"));
        assertThat(shown.texts()).containsExactly(new Text("Pay <now>"));
        assertThat(shown.has("from-markup")).isTrue();
        assertThat(here(ViewerKind.MAIL, 0, "no mail at all".getBytes(UTF_8)).failed())
                .isEqualTo("no-mail");
    }

    @Test
    void a_picture_is_drawn_anew_from_bare_colours() throws IOException {
        var image = new BufferedImage(3000, 20, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xFF336699);
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        var shown = draw(ViewerKind.IMAGE, png.toByteArray());
        assertThat(shown.failed()).isNull();
        var drawn = ImageIO.read(new ByteArrayInputStream(shown.picture().png()));
        assertThat(drawn.getWidth()).isEqualTo(1500);
        assertThat(drawn.getRGB(0, 0)).isEqualTo(0xFF336699);
        assertThat(shown.fields()).contains(new Field("Points", "3000 × 20"));
        assertThat(here(ViewerKind.IMAGE, 0, "GIF89a".getBytes(UTF_8)).failed()).isEqualTo("unreadable");
        assertThat(here(ViewerKind.IMAGE, 0, "nothing".getBytes(UTF_8)).failed())
                .isEqualTo("no-picture");
    }

    @Test
    void a_picture_that_unpacks_without_end_is_given_up_and_the_node_is_not_harmed() throws IOException {
        var impatient = new DrawingProcess(walls, settings(Duration.ofSeconds(5)));
        assertThat(impatient.draw(ViewerKind.IMAGE, 0, 0, in(hugePng())).failed())
                .isIn("time", "crashed", "unreadable");
    }

    @Test
    void a_workbook_that_unpacks_without_end_is_given_up() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(in(workbook()));
                var out = new ZipOutputStream(bomb)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sharedStrings.xml")) {
                    out.write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>"
                            .getBytes(UTF_8));
                    // More than the child has memory.
                    for (int i = 0; i < 200; i++) out.write(new byte[1 << 20]);
                } else {
                    in.transferTo(out);
                }
            }
        }
        assertThat(bomb.size()).isLessThan(1 << 19);
        assertThat(draw(ViewerKind.SHEET, bomb.toByteArray()).failed()).isIn("unreadable", "crashed");
    }

    @Test
    void who_talks_without_end_or_dies_or_lies_is_heard_no_further() throws IOException {
        assertThat(misbehaves("endless").failed()).isEqualTo("too-much");
        assertThat(misbehaves("dies").failed()).isEqualTo("crashed");
        assertThat(misbehaves("lies").failed()).isEqualTo("broken");
        assertThat(misbehaves("eats").failed()).isEqualTo("crashed");
        var impatient = new DrawingProcess(walls, settings(Duration.ofSeconds(3)));
        assertThat(impatient
                        .draw(List.of(Misbehaving.class.getName(), "sleeps"), in(new byte[0]))
                        .failed())
                .isEqualTo("time");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void what_outlives_its_walls_is_ended_with_them() throws IOException {
        var left = new Unwalled("sh", "-c", "\"$@\"; true", "sh");
        var impatient = new DrawingProcess(left, settings(Duration.ofSeconds(1)));

        assertThat(impatient
                        .draw(List.of(Misbehaving.class.getName(), "sleeps"), in(new byte[0]))
                        .failed())
                .isEqualTo("time");
    }

    /** What is drawn is the same behind a wall; where the system allows none, it is drawn without, but for the build server. */
    private static ViewerSandbox walls() {
        var walls = new ViewerSandbox(Isolation.BUBBLEWRAP, folder, List.of(Path.of("/usr/bin")));
        if (walls.kind() != Kind.BUBBLEWRAP && System.getenv("CI") == null) return new Unwalled();
        Tool.needs(walls.kind() == Kind.BUBBLEWRAP, "bubblewrap that may work here");
        return walls;
    }

    private ShownPart misbehaves(String... how) throws IOException {
        var program = new java.util.ArrayList<>(List.of(how));
        program.addFirst(Misbehaving.class.getName());
        return drawing.draw(program, in(new byte[0]));
    }

    private ShownPart draw(ViewerKind look, String text) throws IOException {
        return draw(look, text.getBytes(UTF_8));
    }

    private ShownPart draw(ViewerKind look, byte[] bytes) throws IOException {
        return drawing.draw(look, 0, 0, in(bytes));
    }

    /** By the program of the child, and read as what it says, without a process. */
    private static ShownPart here(ViewerKind look, int page, byte[] bytes) throws IOException {
        byte[] frames = DrawnHere.frames(look.name(), page, 0, in(bytes));
        return ReadingFrames.hear(in(frames), DataSize.ofMegabytes(8).toBytes());
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] workbook() throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            book.createSheet("First").createRow(0).createCell(0).setCellValue("text");
            var sheet = book.createSheet("Second");
            var formula = sheet.createRow(0).createCell(1);
            formula.setCellFormula("3+4");
            formula.setCellValue(7.5);
            sheet.createRow(1).createCell(0).setCellValue("كلمة");
            book.write(out);
            return out.toByteArray();
        }
    }

    /** 60,000 by 60,000 points in less than a megabyte. */
    private static byte[] hugePng() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        var head =
                java.nio.ByteBuffer.allocate(13).putInt(60_000).putInt(60_000).put(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", head.array());
        var data = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(data, new Deflater(1))) {
            byte[] line = new byte[1 + 60_000 * 3];
            for (int i = 0; i < 800; i++) packed.write(line);
        }
        chunk(out, "IDAT", data.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) throws IOException {
        var all = java.nio.ByteBuffer.allocate(content.length + 4)
                .put(name.getBytes(ISO_8859_1))
                .put(content)
                .array();
        var crc = new CRC32();
        crc.update(all);
        out.write(java.nio.ByteBuffer.allocate(4).putInt(content.length).array());
        out.write(all);
        out.write(java.nio.ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    static ViewerSettings settings(Duration longest) {
        return new ViewerSettings(
                Isolation.BUBBLEWRAP,
                DataSize.ofMegabytes(128),
                longest,
                DataSize.ofMegabytes(32),
                DataSize.ofMegabytes(8),
                2,
                Duration.ofMinutes(30));
    }
}
