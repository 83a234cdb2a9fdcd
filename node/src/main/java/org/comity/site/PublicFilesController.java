package org.comity.site;

import org.comity.vocabulary.SharingChannel;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Gives the files that stand with an item of a public shelf. */
@Controller
class PublicFilesController {

    static final String PATH = "/public/files";

    private final PublicShelves shelves;

    PublicFilesController(PublicShelves shelves) {
        this.shelves = shelves;
    }

    @GetMapping(
            PATH + "/{shelf:[a-z][a-z-]{1,30}}/{id:[A-Za-z0-9][A-Za-z0-9.-]{0,79}}/{name:[a-z0-9]{1,20}[.][a-z]{1,5}}")
    ResponseEntity<byte[]> file(@PathVariable String shelf, @PathVariable String id, @PathVariable String name) {
        var known = shelves.shelf(shelf).orElseThrow(PublicFilesController::unknown);
        // Whatever a shelf says, an item that the label keeps back has no file here.
        if (shelves.items(known, SharingChannel.EXPORT).stream()
                .noneMatch(it -> it.id().equals(id))) throw unknown();
        var file = known.files(id).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(PublicFilesController::unknown);
        return ResponseEntity.ok()
                .header("Content-Type", file.type())
                .body(known.content(id, name).orElseThrow(PublicFilesController::unknown));
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
