"""Where sites are kept."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from faceattend.domain.cameras import Site
from faceattend.domain.errors import UNCHANGED, NotFound
from faceattend.domain.ids import new_id
from faceattend.domain.said import said
from faceattend.storage.faults import must_be_unique
from faceattend.storage.tables import SiteRow


class SitesRepository:
    """The sites, within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get_or_add(self, name: str, zone: str) -> Site:
        """Return the site of that name; make it, with that zone, if there is none."""
        row = self._session.scalar(select(SiteRow).where(SiteRow.name == name))
        if row is None:
            row = SiteRow(id=new_id(), name=name, zone=zone)
            with must_be_unique(self._session, said("Storage", "The site name {name!r}").format(name=name)):
                self._session.add(row)
        return site_of(row)

    def update(self, site: Site) -> None:
        """Give a stored site another name or zone.

        Raises:
            AlreadyExists: another site has the name.
            NotFound: there is no such site.
        """
        row = self._session.get(SiteRow, site.id)
        if row is None:
            raise NotFound(said("Storage", "There is no such site any more."), means=UNCHANGED)
        with must_be_unique(self._session, said("Storage", "The site name {name!r}").format(name=site.name)):
            row.name, row.zone = site.name, site.zone

    def list(self) -> list[Site]:
        """Return all sites, by name."""
        return [site_of(row) for row in self._session.scalars(select(SiteRow).order_by(SiteRow.name))]


def site_of(row: SiteRow) -> Site:
    """Turn a row into the domain's site."""
    return Site(id=row.id, name=row.name, zone=row.zone)
