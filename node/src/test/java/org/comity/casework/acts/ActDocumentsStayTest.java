package org.comity.casework.acts;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.comity.casework.CheckWords;
import org.comity.directory.Directory;
import org.comity.procedure.Draft;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.file.ToldStory;
import org.comity.procedure.form.Golden;
import org.comity.proof.act.Act;
import org.comity.sealing.letter.LettersForTests;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The PDF of every act of a happy story reads as it did, line by line; that of its first act in Arabic too. */
@Tag("long")
class ActDocumentsStayTest {

    static List<String> procedures() {
        return ToldStory.kept();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void each_line_stays(String procedure) throws IOException {
        var story = ToldStory.of(procedure, Role.REQUESTING);
        var text = new StringBuilder();
        for (var act : story.acts()) {
            text.append("# ").append(act.envelope().type()).append('\n').append(text(pdf(story, act, "en")));
        }
        text.append("# ar\n").append(text(pdf(story, story.acts().getFirst(), "ar")));
        Golden.stays("%s-pdf".formatted(procedure.replace('/', '-')), text.toString());
    }

    private static byte[] pdf(ToldStory story, KeptAct act, String language) {
        var rendering = story.rendering(WordsForTests.load());
        var known = mock(KnownProcedure.class);
        when(known.id()).thenReturn(story.procedure());
        when(known.rendering()).thenReturn(rendering);
        var envelope = act.envelope();
        var directory = mock(Directory.class);
        var author = ToldStory.participant(envelope.author(), List.of("en"));
        var addressee = ToldStory.participant(envelope.addressee(), List.of(language));
        when(directory.self()).thenReturn(author);
        when(directory.get(envelope.addressee())).thenReturn(addressee);
        var files = envelope.attachments().stream()
                .map(it -> new Draft.File(it.name(), it.mediaType(), it.size(), "3".repeat(64)))
                .toList();
        return new ActDocument(
                        directory,
                        LettersForTests.load(),
                        WordsForTests.load(),
                        () -> List.of(known),
                        mock(CheckWords.class))
                .pdf(new Act(envelope, act.body()), files, story.reference());
    }

    /** In the order in which the file has it; letters of Arabic in their plain form. */
    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC)
                    .replaceAll("[ \\u00a0\\r]+(?=\\n)", "");
        }
    }
}
