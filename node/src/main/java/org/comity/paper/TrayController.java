package org.comity.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.sealing.Letters;
import org.comity.sealing.Letters.Letter;
import org.comity.sealing.Letters.Part;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Choice;
import org.comity.ui.FileAnswer;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Practice only: what we printed for a State without a node, and an answer as that State would write it. */
@Controller
@RequestMapping({"/practice/tray", "/practice/tray/{state:" + ParticipantId.MADE_UP + "}"})
class TrayController {

    private final boolean practice;
    private final Requests requests;
    private final Directory directory;
    private final PaperWords words;
    private final Letters letters;
    private final RecordingAnswer recording;
    private final CaseAccess access;

    TrayController(
            @Value("${node.practice}") boolean practice,
            Requests requests,
            Directory directory,
            PaperWords words,
            Letters letters,
            RecordingAnswer recording,
            CaseAccess access) {
        this.practice = practice;
        this.requests = requests;
        this.directory = directory;
        this.words = words;
        this.letters = letters;
        this.recording = recording;
        this.access = access;
    }

    @GetMapping
    String tray(
            @PathVariable(name = "state", required = false) @Nullable String id,
            @RequestParam MultiValueMap<String, String> form,
            Official by,
            Model model,
            Locale language) {
        practiceOnly();
        access.mustWrite(by);
        var typed = TypedValues.of(form);
        var state = state(id);
        var rows = rows(state);
        var chosen = chosen(state, typed, by).orElse(null);
        var text = chosen == null || typed.text("answer").isEmpty() ? null : text(state, chosen, typed);
        model.addAttribute("tray", new TrayView(state, rows, answers(chosen, language), chosen, typed, text));
        return "paper/tray";
    }

    @GetMapping("/scan.pdf")
    ResponseEntity<byte[]> scan(
            @PathVariable(name = "state", required = false) @Nullable String id,
            @RequestParam MultiValueMap<String, String> form,
            Official by) {
        practiceOnly();
        access.mustWrite(by);
        var typed = TypedValues.of(form);
        var state = state(id);
        var row = chosen(state, typed, by).orElseThrow(() -> PaperRefused.unknown(typed.text("reference")));
        var body = text(state, row, typed).lines().filter(it -> !it.isBlank()).toList();
        var head = List.of(state.name("en"), state.functions().getOrDefault("central-authority", state.id()));
        var part = new Part(Locale.ENGLISH, "Your request " + row.reference(), List.of(new Section("", body)));
        var pdf = letters.pdf(new Letter(head, theirs(row), part.heading(), List.of(part), null));
        return FileAnswer.saved("answer.pdf")
                .header(HttpHeaders.CONTENT_TYPE, "application/pdf")
                .body(pdf);
    }

    private void practiceOnly() {
        if (!practice) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** @param id null: the first of them */
    private Participant state(@Nullable String id) {
        return directory.all().stream()
                .filter(it -> !it.hasNode() && !it.id().equals(directory.self().id()))
                .filter(it -> id == null || it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Also one that is further down than the list goes. */
    private Optional<RequestRow> chosen(Participant state, TypedValues typed, Official by) {
        return access.find(typed.text("reference"), by)
                .filter(it -> it.counterpart().equals(state.id()));
    }

    private List<RequestRow> rows(Participant state) {
        var filter = new Requests.Filter(Requests.View.ALL_OPEN, null, List.of(), null, state.id(), null, null, null)
                .readBy(Compartments.ANYBODY);
        return requests.list(filter, null, 50).rows();
    }

    private List<Choice> answers(@Nullable RequestRow row, Locale language) {
        var answers = new ArrayList<Choice>();
        if (row != null) {
            recording.offered(row).forEach(it -> answers.add(Choice.of(it, words.said(language, row.law(), it))));
        }
        return answers;
    }

    /** In English, as that State writes to others. */
    private String text(Participant state, RequestRow row, TypedValues typed) {
        var known = recording.offered(row).contains(typed.text("answer"));
        return words.say(
                        Locale.ENGLISH,
                        "paper.tray.mail",
                        "from",
                        state.mail(),
                        "to",
                        directory.self().mail(),
                        "reference",
                        row.reference(),
                        "theirs",
                        theirs(row),
                        "answer",
                        known ? words.said(Locale.ENGLISH, row.law(), typed.text("answer")) : "",
                        "words",
                        typed.text("words"))
                .strip();
    }

    private static String theirs(RequestRow row) {
        return row.theirCase().isEmpty() ? "MJ/" + row.reference().substring(8) : row.theirCase();
    }
}
