package org.comity.capacity.activities;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.comity.capacity.KeptList;
import org.comity.ui.DeskNotices;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Flash;
import org.comity.vocabulary.Official;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of activities, and what the desk is told of them: a follow-up that is due, words that wait to be handed on. */
@Controller
@RequestMapping(ActivitiesController.PAGE)
class ActivitiesController implements DeskNotices {

    static final String PAGE = "/activities";

    private final HoldingActivities activities;
    private final BringingActivities bringing;
    private final KeptList kept;

    ActivitiesController(HoldingActivities activities, BringingActivities bringing, KeptList kept) {
        this.activities = activities;
        this.bringing = bringing;
        this.kept = kept;
    }

    @Override
    public List<Notice> notices(Official by) {
        int n = activities.waiting(by);
        return n == 0 ? List.of() : List.of(new Notice(kept.here() ? "activities.hand-on" : "activities.due", n, PAGE));
    }

    @GetMapping
    String list(Official by, Model model) {
        model.addAttribute("view", activities.all(by));
        return "capacity/activities/list";
    }

    @GetMapping("/{name:[A-Z0-9][A-Za-z0-9-]{2,100}}")
    String one(@PathVariable String name, Official by, Model model) {
        var activity = activities.one(name, by);
        model.addAttribute("activity", activity);
        model.addAttribute("today", activities.today());
        model.addAttribute("keeper", kept.here());
        model.addAttribute("similar", kept.here() ? bringing.similar(activity, by) : List.of());
        return "capacity/activities/one";
    }

    @GetMapping("/published")
    String published(Official by, Model model) {
        kept.mustBeHere();
        model.addAttribute("published", activities.published(by));
        return "capacity/activities/published";
    }

    @GetMapping("/published/file")
    @FileDownload
    ResponseEntity<byte[]> file(Official by) {
        kept.mustBeHere();
        return FileAnswer.saved("activities.xml")
                .contentType(MediaType.APPLICATION_XML)
                .body(activities.file(by));
    }

    @GetMapping("/brought")
    String brought(Official by, Model model) {
        kept.mustBeHere();
        model.addAttribute("files", bringing.all(by));
        return "capacity/activities/brought";
    }

    @PostMapping("/brought")
    String bring(@RequestParam MultipartFile file, Official by, RedirectAttributes redirect) throws IOException {
        kept.mustBeHere();
        bringing.bring(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes(), by);
        redirect.addFlashAttribute("flash", Flash.done("activities.brought"));
        return "redirect:/activities/brought";
    }
}
