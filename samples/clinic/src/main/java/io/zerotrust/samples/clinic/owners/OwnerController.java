package io.zerotrust.samples.clinic.owners;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import io.zerotrust.samples.clinic.api.OwnerDto;
import io.zerotrust.samples.clinic.api.OwnersApi;

/**
 * The owners' part of the API; the history is left to the interface, not written yet.
 */
@RestController
class OwnerController implements OwnersApi {

	private final Owners owners;

	OwnerController(Owners owners) {
		this.owners = owners;
	}

	@Override
	public ResponseEntity<List<OwnerDto>> listOwners(@Nullable String lastName) {
		List<Owner> found = (lastName != null) ? this.owners.findByLastName(lastName) : this.owners.findAll();
		return ResponseEntity.ok(found.stream().map(OwnerController::dto).toList());
	}

	@Override
	public ResponseEntity<OwnerDto> addOwner(OwnerDto owner) {
		Owner saved = this.owners.save(new Owner(owner.firstName(), owner.lastName(), owner.city()));
		return ResponseEntity.created(URI.create("/api/owners/" + saved.id())).body(dto(saved));
	}

	@Override
	public ResponseEntity<OwnerDto> getOwner(Integer ownerId) {
		return ResponseEntity.of(this.owners.findById(ownerId).map(OwnerController::dto));
	}

	@Override
	public ResponseEntity<OwnerDto> updateOwner(Integer ownerId, OwnerDto owner) {
		return ResponseEntity.of(this.owners.findById(ownerId).map((found) -> {
			found.rename(owner.firstName(), owner.lastName(), owner.city());
			return dto(this.owners.save(found));
		}));
	}

	@Override
	public ResponseEntity<Void> deleteOwner(Integer ownerId) {
		if (!this.owners.existsById(ownerId)) {
			return ResponseEntity.notFound().build();
		}
		this.owners.deleteById(ownerId);
		return ResponseEntity.noContent().build();
	}

	private static OwnerDto dto(Owner owner) {
		return new OwnerDto(owner.id(), owner.firstName(), owner.lastName(), owner.city());
	}

}
