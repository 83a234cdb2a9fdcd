package org.comity.casework.offices;

import org.comity.vocabulary.Official;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Offices inside our State for the desk's programs: what each may do. */
@RestController
@RequestMapping("/api/v1")
class OfficesApi {

    private final KeepingOffices keeping;

    OfficesApi(KeepingOffices keeping) {
        this.keeping = keeping;
    }

    /** The file that can be read back; who answers for an office is not in it. */
    @GetMapping(path = "/offices", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] offices(Official by) {
        return keeping.file(by);
    }

    /** Writes each office of the file; those that it does not name stay as they are. */
    @PutMapping("/offices")
    Written write(@RequestBody byte[] file, Official by) {
        return new Written(keeping.load(file, by));
    }

    record Written(int offices) {}
}
