package org.comity.conference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.board.BodyRow;
import org.comity.board.HeldBoards;
import org.comity.board.HeldEntry;
import org.comity.casework.PersonInSeat;
import org.comity.casework.PlaceForSeats;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.directory.Participant;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.ListPage;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.ParticipantKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows a participant without a node, in its seat, what the board of the Conference tells every participant. */
@Controller
class PapersForSeats implements PlaceForSeats {

    /** On one page; a thin line carries it. */
    private static final int MOST = 50;

    /** Where the last page begins: boards are read no further. */
    private static final int LAST = 450;

    private static final int LONGEST_TITLE = 160;
    private static final String PATH = "/seat/conference";

    private final HeldBoards boards;
    private final IssuedFiles files;
    private final Directory directory;

    PapersForSeats(HeldBoards boards, IssuedFiles files, Directory directory) {
        this.boards = boards;
        this.files = files;
        this.directory = directory;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String title() {
        return "conference.seat.title";
    }

    @Override
    public boolean here() {
        return board().findAny().isPresent();
    }

    /** A service provider has no part in the Conference. */
    @Override
    public boolean isFor(Participant authority) {
        return authority.kind() != ParticipantKind.PROVIDER;
    }

    private void mustBeFor(@Nullable PersonInSeat person) {
        if (person == null || !isFor(GoneParticipant.shown(directory, person.authority()))) throw unknown();
    }

    /** Where this node is not the host, as it holds what the host signed. */
    private Stream<HeldBoards.HeldBoard> board() {
        return boards.all().stream().filter(it -> it.name().equals(PublishingPapers.BOARD));
    }

    /** Whoever did not confirm the key yet is as one who is not there. */
    @GetMapping(PATH)
    String list(
            @RequestAttribute(name = PersonInSeat.ATTRIBUTE, required = false) @Nullable PersonInSeat person,
            @RequestParam(defaultValue = "0") int after,
            Locale language,
            Model model) {
        mustBeFor(person);
        int before = Math.clamp(after, 0, LAST);
        var papers = board().flatMap(it -> boards.standing(it.host(), it.name(), before + MOST + 1).stream()
                        .map(entry -> paper(it.host(), entry, language)))
                .skip(before)
                .limit(MOST + 1)
                .toList();
        var page = ListPage.of(papers, MOST);
        model.addAttribute("papers", page.rows());
        model.addAttribute("newer", before == 0 ? null : PATH + "?after=" + Math.max(0, before - MOST));
        model.addAttribute("older", page.more() ? PATH + "?after=" + (before + MOST) : null);
        return "seat/conference";
    }

    private PaperForSeat paper(String host, HeldEntry entry, Locale language) {
        var body = entry.body();
        var path = PATH + "/" + host + "/" + entry.subject();
        return body != null && TextForSeat.is(entry)
                ? new PaperForSeat(title(entry, language), TextForSeat.about(body), path, List.of())
                : new PaperForSeat(title(entry, language), BodyRow.of(body), null, files(host, path, body));
    }

    /** Of another node no file is here. */
    private List<PaperForSeat.PaperFile> files(String host, String path, @Nullable Map<String, Object> body) {
        if (body == null || !ours(host) || !(body.get("files") instanceof List<?> all)) return List.of();
        return all.stream()
                .map(it -> it instanceof Map<?, ?> file ? String.valueOf(file.get("language")) : "")
                .filter(TypedPaper.LANGUAGES::contains)
                .map(it -> new PaperForSeat.PaperFile(it, path + "/" + it))
                .toList();
    }

    private boolean ours(String host) {
        return host.equals(directory.self().id());
    }

    /** By itself and whole, since the seat is to say what it thinks of each paragraph. */
    @GetMapping(PATH + "/{host}/{subject}")
    String text(
            @RequestAttribute(name = PersonInSeat.ATTRIBUTE, required = false) @Nullable PersonInSeat person,
            @PathVariable String host,
            @PathVariable String subject,
            Locale language,
            Model model) {
        mustBeFor(person);
        var text = boards.standing(host, PublishingPapers.BOARD, subject)
                .flatMap(it -> TextForSeat.of(it, title(it, language)))
                .orElseThrow(PapersForSeats::unknown);
        model.addAttribute("text", text);
        return "seat/text";
    }

    /** What stands on the board is for all who take part, and so are its files. */
    @FileDownload
    @GetMapping(PATH + "/{host}/{subject}/{tongue:[a-z]{2}}")
    ResponseEntity<byte[]> file(
            @RequestAttribute(name = PersonInSeat.ATTRIBUTE, required = false) @Nullable PersonInSeat person,
            @PathVariable String host,
            @PathVariable String subject,
            @PathVariable String tongue) {
        mustBeFor(person);
        if (!ours(host)) throw unknown();
        var issued = boards.standing(host, PublishingPapers.BOARD, subject)
                .flatMap(_ -> files.of(subject, tongue))
                .orElseThrow(PapersForSeats::unknown);
        return FileAnswer.saved(issued.name())
                .header(HttpHeaders.CONTENT_TYPE, issued.type())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(issued.content());
    }

    private static String title(HeldEntry entry, Locale language) {
        return CutText.shown(entry.title(language.getLanguage()), LONGEST_TITLE);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
