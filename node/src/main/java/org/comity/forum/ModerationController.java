package org.comity.forum;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.comity.ui.Flash;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms of moderators, and of those whose words they touched. */
@Controller
@RequestMapping({"/rooms", "/seat/rooms"})
class ModerationController {

    private final Moderating moderating;
    private final TellingModerators telling;
    private final ReadingRooms reading;
    private final PostPage page;
    private final RoomReaders readers;

    ModerationController(
            Moderating moderating,
            TellingModerators telling,
            ReadingRooms reading,
            PostPage page,
            RoomReaders readers) {
        this.moderating = moderating;
        this.telling = telling;
        this.reading = reading;
        this.page = page;
        this.readers = readers;
    }

    /** What was done is for everybody; what was told waits for those who moderate the room. */
    @GetMapping("/moderation")
    String table(HttpServletRequest request, Model model) {
        model.addAttribute("counted", reading.counted());
        model.addAttribute("notices", telling.open(readers.of(request)));
        return RoomsController.at(request, model, "forum/moderation");
    }

    @PostMapping(RoomsController.POST + "/tell")
    String tell(
            @PathVariable long post,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var by = readers.of(request);
        var typed = PostFormInput.of("tell", words).needs("tell", Moderating.fits(words), "forum.needed.why");
        if (typed.wrong()) return page.again(post, typed, request, response, model);
        telling.tell(post, words, by);
        redirect.addFlashAttribute("flash", Flash.done("forum.told"));
        return SpeakingController.toPost(post, request);
    }

    @PostMapping("/notices/{notice:[0-9]{1,18}}/looked")
    String looked(@PathVariable long notice, HttpServletRequest request) {
        telling.looked(notice, readers.of(request));
        return "redirect:" + RoomReaders.base(request) + "/moderation";
    }

    @PostMapping(RoomsController.POST + "/moderate")
    String moderate(
            @PathVariable long post,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        boolean narrows = step.equals(ModerationStep.NARROW.word());
        var typed = PostFormInput.of("step", step, "m-narrow", label, "reason", reason, "m-words", words)
                .needs("step", ModerationStep.of(step).isPresent(), "forum.needed.step")
                .needs("m-narrow", !narrows || TrafficLight.of(label).isPresent(), "forum.needed.label")
                .needs("reason", ModerationStep.REASONS.contains(reason), "forum.needed.reason")
                .needs("m-words", Moderating.fits(words), "forum.needed.why");
        if (typed.wrong()) return page.again(post, typed, request, response, model);
        var taken = ModerationStep.of(step).orElseThrow();
        var to = taken == ModerationStep.NARROW ? SpeakingController.light(label) : null;
        moderating.take(post, taken, reason, words, to, readers.of(request));
        return SpeakingController.toPost(post, request);
    }

    @PostMapping(RoomsController.POST + "/appeal")
    String appeal(
            @PathVariable long post,
            @RequestParam long moderation,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var field = "appeal-" + moderation;
        var typed = PostFormInput.of(field, words)
                .needs(field, Moderating.fits(words), "forum.needed.why")
                .needs(field, moderating.isInTime(moderation), "forum.needed.in-time");
        if (typed.wrong()) return page.again(post, typed, request, response, model);
        moderating.appeal(moderation, words, readers.ofPost(post, request));
        return SpeakingController.toPost(post, request);
    }

    @PostMapping(RoomsController.POST + "/decide")
    String decide(
            @PathVariable long post,
            @RequestParam long moderation,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var field = "decide-" + moderation;
        var typed = PostFormInput.of(field, words).needs(field, Moderating.fits(words), "forum.needed.why");
        if (typed.wrong()) return page.again(post, typed, request, response, model);
        if (!then.equals("lift") && !then.equals("stand")) throw RoomRefused.incomplete();
        moderating.decide(moderation, then.equals("lift"), words, readers.of(request));
        return SpeakingController.toPost(post, request);
    }

    @PostMapping(RoomsController.POST + "/ask-wider")
    String askWider(
            @PathVariable long post,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var typed = PostFormInput.of("w-label", label, "w-words", words)
                .needs("w-label", TrafficLight.of(label).isPresent(), "forum.needed.label")
                .needs("w-words", Moderating.fits(words), "forum.needed.why");
        if (typed.wrong()) return page.again(post, typed, request, response, model);
        moderating.askWider(post, SpeakingController.light(label), words, readers.of(request));
        return SpeakingController.toPost(post, request);
    }

    /** By the source of the words: wider is a consent on record, narrower its own choice. */
    @PostMapping(RoomsController.POST + "/label")
    String label(@PathVariable long post, @RequestParam(defaultValue = "") String label, HttpServletRequest request) {
        var by = readers.ofPost(post, request);
        var to = SpeakingController.light(label);
        if (moderating.widens(post, to, by)) {
            moderating.consent(post, to, by);
        } else {
            moderating.narrow(post, to, by);
        }
        return SpeakingController.toPost(post, request);
    }

    @PostMapping(RoomsController.POST + "/who")
    String who(
            @PathVariable long post,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var typed = PostFormInput.of("who", words).needs("who", Moderating.fits(words), "forum.needed.why");
        if (typed.wrong()) return page.again(post, typed, request, response, model);
        moderating.askWho(post, words, readers.of(request));
        return SpeakingController.toPost(post, request);
    }

    @PostMapping(RoomsController.POST + "/who/{asking:[0-9]{1,18}}")
    String agree(@PathVariable long post, @PathVariable long asking, HttpServletRequest request) {
        moderating.agreeWho(post, asking, readers.of(request));
        return SpeakingController.toPost(post, request);
    }
}
