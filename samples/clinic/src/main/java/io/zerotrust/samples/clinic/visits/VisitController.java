package io.zerotrust.samples.clinic.visits;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.samples.clinic.api.VisitDto;
import io.zerotrust.samples.clinic.api.VisitsApi;
import io.zerotrust.samples.clinic.owners.Owners;

/**
 * The visits' part of the API.
 */
@RestController
class VisitController implements VisitsApi {

	private final Visits visits;

	private final Owners owners;

	VisitController(Visits visits, Owners owners) {
		this.visits = visits;
		this.owners = owners;
	}

	@Override
	public ResponseEntity<List<VisitDto>> listVisits(Integer ownerId) {
		return ResponseEntity.ok(this.visits.findByOwnerId(ownerId).stream().map(VisitController::dto).toList());
	}

	@Override
	public ResponseEntity<VisitDto> addVisit(Integer ownerId, VisitDto visit) {
		if (!this.owners.existsById(ownerId)) {
			return ResponseEntity.notFound().build();
		}
		Visit saved = this.visits.save(new Visit(ownerId, visit.date(), visit.description()));
		return ResponseEntity.status(HttpStatus.CREATED).body(dto(saved));
	}

	private static VisitDto dto(Visit visit) {
		return new VisitDto(visit.id(), visit.date(), visit.description());
	}

}
