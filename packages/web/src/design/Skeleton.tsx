/** The shape of what is coming, so that nothing jumps when it is there. */
export function Skeleton({ rows = 3, rowHeight = 20 }: { readonly rows?: number; readonly rowHeight?: number }) {
  return (
    <div className="skeleton" aria-busy="true">
      <span className="vh">Loading</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="sk" style={{ minHeight: rowHeight, width: row % 3 === 2 ? '62%' : '100%' }} />
      ))}
    </div>
  )
}
