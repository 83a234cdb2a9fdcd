package org.comity.conference;

import java.util.Locale;
import java.util.stream.Stream;
import org.comity.board.BodyRow;
import org.comity.board.HeldBoards;
import org.comity.casework.PersonInSeat;
import org.comity.casework.PlaceForSeats;
import org.comity.vocabulary.CutText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.server.ResponseStatusException;

/** Shows a participant without a node, in its seat, what the board of the Conference tells every participant. */
@Controller
class PapersForSeats implements PlaceForSeats {

    /** On one page; a thin line carries it. */
    private static final int MOST = 50;

    private static final int LONGEST_TITLE = 160;
    private static final String PATH = "/seat/conference";

    private final HeldBoards boards;

    PapersForSeats(HeldBoards boards) {
        this.boards = boards;
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

    /** Where this node is not the host, as it holds what the host signed. */
    private Stream<HeldBoards.HeldBoard> board() {
        return boards.all().stream().filter(it -> it.name().equals(PublishingPapers.BOARD));
    }

    /** Whoever did not confirm the key yet is as one who is not there. */
    @GetMapping(PATH)
    String list(
            @RequestAttribute(name = PersonInSeat.ATTRIBUTE, required = false) @Nullable PersonInSeat person,
            Locale language,
            Model model) {
        if (person == null) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        var papers = board().flatMap(it -> boards.standing(it.host(), it.name(), MOST).stream())
                .limit(MOST)
                .map(it -> new PaperForSeat(
                        CutText.shown(it.title(language.getLanguage()), LONGEST_TITLE), BodyRow.of(it.body())))
                .toList();
        model.addAttribute("papers", papers);
        model.addAttribute("more", papers.size() == MOST);
        return "seat/conference";
    }
}
