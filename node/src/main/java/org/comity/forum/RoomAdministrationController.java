package org.comity.forum;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.ui.ListPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which officers of this node propose and open rooms and say who is in them. */
@Controller
@RequestMapping("/rooms/held")
class RoomAdministrationController {

    private static final String ROOM = RoomsController.ROOM;

    private final AdministeringRooms holding;
    private final AddingMembers adding;
    private final RoomReaders readers;

    RoomAdministrationController(AdministeringRooms holding, AddingMembers adding, RoomReaders readers) {
        this.holding = holding;
        this.adding = adding;
        this.readers = readers;
    }

    @GetMapping
    String all(@RequestParam(required = false) @Nullable String after, HttpServletRequest request, Model model) {
        var form = model.getAttribute("proposed") instanceof RoomForm proposed ? proposed : RoomForm.EMPTY;
        return all(after, form, FormProblems.NONE, request, model);
    }

    private String all(
            @Nullable String after, RoomForm form, FormProblems problems, HttpServletRequest request, Model model) {
        var page = ListPage.of(holding.all(after, readers.of(request)), RoomRows.PAGE);
        model.addAttribute("rooms", page.rows());
        model.addAttribute("next", page.next(KeptRoom::id));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "forum/held";
    }

    @PostMapping
    String propose(
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var form = RoomForm.of(typed);
        var problems = form.problems(holding.today());
        if (problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return all(null, form, problems, request, model);
        }
        holding.propose(form, readers.of(request));
        redirect.addFlashAttribute("flash", Flash.done("forum.proposed"));
        return "redirect:/rooms/held/" + form.id();
    }

    @GetMapping(ROOM)
    String one(@PathVariable String room, HttpServletRequest request, Model model) {
        return one(room, MemberForm.EMPTY, FormProblems.NONE, request, model);
    }

    private String one(String room, MemberForm form, FormProblems problems, HttpServletRequest request, Model model) {
        var held = holding.one(room, readers.of(request));
        model.addAttribute("held", held);
        model.addAttribute("persons", adding.persons());
        model.addAttribute("participants", adding.participants());
        model.addAttribute("unseeing", adding.unseeing(held.room(), held.members()));
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "forum/held-room";
    }

    @PostMapping(ROOM + "/open")
    String open(@PathVariable String room, HttpServletRequest request, RedirectAttributes redirect) {
        holding.open(room, readers.of(request));
        redirect.addFlashAttribute("flash", Flash.done("forum.opened"));
        return "redirect:/rooms/held/" + room;
    }

    /** What was proposed stands in the form again: to propose it otherwise, or to leave it. */
    @PostMapping(ROOM + "/withdraw")
    String withdraw(@PathVariable String room, HttpServletRequest request, RedirectAttributes redirect) {
        var withdrawn = holding.withdraw(room, readers.of(request));
        redirect.addFlashAttribute("flash", Flash.done("forum.withdrawn.proposal"));
        redirect.addFlashAttribute("proposed", RoomForm.of(withdrawn));
        return "redirect:/rooms/held";
    }

    @PostMapping(ROOM + "/close")
    String close(@PathVariable String room, HttpServletRequest request, RedirectAttributes redirect) {
        holding.close(room, readers.of(request));
        redirect.addFlashAttribute("flash", Flash.done("forum.closed.done"));
        return "redirect:/rooms/held/" + room;
    }

    @PostMapping(ROOM + "/members")
    String add(
            @PathVariable String room,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var by = readers.of(request);
        var form = MemberForm.of(typed);
        var whole = adding.whole(form);
        var problems = adding.problems(room, whole, by);
        if (problems.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return one(room, form, problems, request, model);
        }
        adding.add(room, whole, by);
        boolean unseen = adding.unseen(holding.one(room, by).room(), whole);
        redirect.addFlashAttribute(
                "flash",
                unseen
                        ? Flash.warned("forum.member.added-unseen", "participant", whole.participant())
                        : Flash.done("forum.member.added"));
        return "redirect:/rooms/held/" + room;
    }

    @PostMapping(ROOM + "/members/remove")
    String remove(
            @PathVariable String room,
            @RequestParam String participant,
            @RequestParam(defaultValue = "") String person,
            HttpServletRequest request) {
        holding.remove(room, participant, person, readers.of(request));
        return "redirect:/rooms/held/" + room;
    }

    @PostMapping(ROOM + "/moderators")
    String moderator(
            @PathVariable String room,
            @RequestParam String official,
            @RequestParam(defaultValue = "yes") String from,
            HttpServletRequest request) {
        holding.moderator(room, official, from.equals("yes"), readers.of(request));
        return "redirect:/rooms/held/" + room;
    }
}
